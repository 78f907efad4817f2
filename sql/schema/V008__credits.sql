-- Credit lines are iNaturalist's word for word; other forms are made of the same parts.
UPDATE licenses SET rights = CASE
    WHEN license = 'PD' THEN 'no known copyright restrictions (public domain)'
    ELSE replace(rights, '(CC-', '(CC ')
END;

ALTER TABLE licenses ADD COLUMN terms VARCHAR;
COMMENT ON COLUMN licenses.terms IS 'The words of a credit line in the form title, author, source, licence (TASL), after the author';
UPDATE licenses SET terms = CASE license
    WHEN 'CC0' THEN 'is marked with CC0 1.0'
    WHEN 'PD' THEN 'has no known copyright restrictions'
    WHEN 'ARR' THEN 'is under copyright, all rights reserved'
    WHEN 'UNKNOWN' THEN 'is under an unknown licence'
    ELSE 'is licensed under ' || replace(license, 'CC-', 'CC ') || ' 4.0'
END;

CREATE MACRO creator_of(observer_name, login, observer_id) AS coalesce(
    nullif(trim(observer_name), ''), nullif(trim(login), ''), 'iNaturalist user ' || observer_id, 'unknown'
);
COMMENT ON MACRO creator_of IS 'Who is credited: the owner''s name, else the user name, else the number';

CREATE MACRO credit_line(creator, license, rights) AS
    CASE WHEN license IN ('CC0', 'PD') THEN '' ELSE '(c) ' END || creator || ', ' || rights;
COMMENT ON MACRO credit_line IS 'Credit line in iNaturalist''s form; rights as in the table licenses';

ALTER TABLE manifest_photos ADD COLUMN creator VARCHAR;
COMMENT ON COLUMN manifest_photos.creator IS 'Who is credited: the owner''s name, else the user name, else ''iNaturalist user'' and the number';
UPDATE manifest_photos SET
    creator = creator_of(observer_name, login, nullif(regexp_extract(credit, 'iNaturalist user (\d+)', 1), ''));
