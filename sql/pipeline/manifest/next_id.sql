SELECT nextval('manifest_ids')::INTEGER AS manifest_id;
