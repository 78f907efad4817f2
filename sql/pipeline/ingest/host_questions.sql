-- By the minute: a day has thousands of questions.
SELECT
    max(asked_at) AS asked_at,
    sum(questions)::BIGINT AS questions
FROM host_questions
WHERE host = $host AND asked_at >= $begin
GROUP BY time_bucket(INTERVAL 1 MINUTE, asked_at)
ORDER BY asked_at;
