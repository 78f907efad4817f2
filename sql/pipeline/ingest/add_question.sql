INSERT INTO host_questions (host, asked_at, questions)
VALUES ($host, $asked_at, 1);
