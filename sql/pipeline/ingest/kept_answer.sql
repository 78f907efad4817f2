SELECT answer
FROM kept_answers
WHERE source = $source AND name = $name AND target = $target
LIMIT 1;
