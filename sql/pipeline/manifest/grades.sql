SELECT unnest(enum_range(NULL::quality_grade))::VARCHAR AS grade;
