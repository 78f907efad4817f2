SELECT count(*) AS answers, min(came_at) AS first_at
FROM kept_answers
WHERE source = $source AND name = $name;
