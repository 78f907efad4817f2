COPY (
    SELECT {{columns}}
    FROM {{table}}
    WHERE {{where}}
) TO $file (FORMAT parquet, COMPRESSION zstd);
