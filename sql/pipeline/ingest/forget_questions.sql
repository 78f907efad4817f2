DELETE FROM host_questions
WHERE asked_at < $now::TIMESTAMPTZ - INTERVAL 2 DAY;
