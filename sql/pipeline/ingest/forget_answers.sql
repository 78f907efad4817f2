DELETE FROM kept_answers
WHERE source = $source AND name = $name;
