-- Observations with more than one row. A part of them at a time bounds the memory.
INSERT INTO repeated_observations BY NAME
SELECT observation_uuid
FROM inat_observations
WHERE hash(observation_uuid) % $parts::UBIGINT = $part::UBIGINT
GROUP BY observation_uuid
HAVING count(*) > 1;
