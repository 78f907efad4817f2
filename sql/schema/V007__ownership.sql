-- What a run has half written is told from what anybody else has: by names that only it gives, and by identifiers that were noted.
CREATE TABLE download_marks (
    mark VARCHAR NOT NULL,
    root VARCHAR NOT NULL,
    manifest_id INTEGER NOT NULL
);
COMMENT ON TABLE download_marks IS 'Runs that may have something half written in their folders, in files named .photocat-MARK-NUMBER.part; what a crash leaves is removed by the next start';
COMMENT ON COLUMN download_marks.mark IS 'A word that no other run has, of this catalogue or another';
COMMENT ON COLUMN download_marks.root IS 'Where its files go, as in download_runs';
COMMENT ON COLUMN download_marks.manifest_id IS 'The manifest';

CREATE TABLE download_uploads (
    root VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    upload_id VARCHAR NOT NULL
);
COMMENT ON TABLE download_uploads IS 'Photos on their way into a bucket in parts; what a crash leaves is given up by the next start';
COMMENT ON COLUMN download_uploads.root IS 'Where they go, as in download_runs';
COMMENT ON COLUMN download_uploads.file_name IS 'File below the root';
COMMENT ON COLUMN download_uploads.upload_id IS 'What the server calls the upload';

COMMENT ON COLUMN download_runs.finished_at IS 'When it ended; null while it runs, and after a crash until a later start has looked at its files';
COMMENT ON COLUMN photo_checks.verdict IS 'missing, wrong_size, wrong_hash, truncated, not_image, unreadable or extra';
