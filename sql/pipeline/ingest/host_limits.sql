SELECT host, gap_ms, coalesce(questions_per_day, 0) AS questions_per_day, why
FROM host_limits;
