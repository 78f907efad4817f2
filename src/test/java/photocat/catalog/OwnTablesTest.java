package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements change what photocat keeps, and which do not. */
final class OwnTablesTest {
  private static final Catalog CATALOG = NewCatalog.inMemory();

  @TempDir private static Path folder;
  private final Session session = CATALOG.openSession();

  @BeforeAll
  static void makeTablesOfTheUsers() throws IOException {
    TestSql.rows(CATALOG, "CREATE TABLE mine (photo_id BIGINT, license VARCHAR)");
    TestSql.rows(CATALOG, "CREATE SCHEMA notes");
    TestSql.rows(CATALOG, "CREATE TABLE notes.inat_photos (photo_id BIGINT)");
    TestSql.rows(CATALOG, "ATTACH ':memory:' AS other");
    TestSql.rows(CATALOG, "CREATE TABLE other.inat_photos (photo_id BIGINT)");
    Files.writeString(csv(), "photo_id,license\n1,CC0\n");
  }

  @AfterAll
  static void closeCatalog() {
    CATALOG.close();
  }

  @BeforeEach
  void makeATableForThisSession() {
    run("CREATE TEMP TABLE matches (photo_id BIGINT)");
  }

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE inat_photos",
        "drop table if exists inat_photos cascade",
        "DROP TABLE \"INAT_photos\"",
        "DROP TABLE main.inat_photos",
        "DROP TABLE memory.main.inat_photos",
        "DROP TABLE \"memory\" /* a */ . main -- b\n . inat_photos",
        "DROP TABLE 'inat_photos'",
        "DELETE FROM inat_photos",
        "DELETE FROM 'inat_photos' WHERE photo_id = 1",
        "DELETE FROM inat_photos USING mine WHERE mine.photo_id = inat_photos.photo_id",
        "TRUNCATE inat_photos",
        "UPDATE inat_photos SET license = 'CC0'",
        "UPDATE main.inat_photos AS p SET license = mine.license FROM mine",
        "INSERT INTO inat_photos (photo_id) SELECT photo_id FROM mine",
        "INSERT INTO inat_photos BY NAME SELECT 1 AS photo_id RETURNING *",
        "INSERT INTO inat_photos (photo_id) SELECT photo_id FROM read_csv('{csv}')",
        "INSERT INTO memory.inat_photos (photo_id) SELECT photo_id FROM '{csv}'",
        "COPY inat_photos (photo_id, license) FROM '{csv}'",
        "COPY main.inat_photos FROM '{csv}' (FORMAT csv)",
        "MERGE INTO inat_photos USING mine ON inat_photos.photo_id = mine.photo_id WHEN MATCHED"
            + " THEN DELETE",
        "WITH gone AS (DELETE FROM inat_photos RETURNING photo_id) SELECT count(*) FROM gone",
        "WITH gone AS (DELETE FROM inat_photos RETURNING photo_id) INSERT INTO mine SELECT"
            + " photo_id, '' FROM gone",
        "COPY (WITH gone AS (DELETE FROM inat_photos RETURNING photo_id) FROM gone) TO"
            + " '/nowhere/x.csv'",
        "ALTER TABLE inat_photos RENAME TO photos",
        "ALTER TABLE inat_photos ADD COLUMN seen BOOLEAN",
        "ALTER TABLE inat_photos DROP COLUMN width",
        "CREATE OR REPLACE TABLE inat_photos AS FROM mine",
        "CREATE OR REPLACE TABLE inat_photos AS FROM '{csv}'",
        "CREATE OR REPLACE VIEW inat_photos AS FROM mine",
        "CREATE INDEX by_number ON inat_photos (photo_id)",
        "CREATE UNIQUE INDEX by_number ON main.inat_photos (photo_id)",
        "COMMENT ON TABLE inat_photos IS 'mine'",
        "COMMENT ON COLUMN inat_photos.width IS 'mine'",
        "EXPLAIN ANALYZE DELETE FROM inat_photos",
        "EXPLAIN (FORMAT json, ANALYZE) DELETE FROM inat_photos",
        "SELECT 1; DROP TABLE inat_photos",
        "DELETE FROM inat_photos WHERE photo_id = $number",
        "INSERT INTO inat_photos (photo_id) SELECT photo_id FROM read_csv($file)"
      })
  void seesThatATableIsChanged(String sql) {
    assertThat(changedBy(sql)).hasSize(1);
    assertThat(changedBy(sql).iterator().next()).endsWithIgnoringCase("inat_photos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP VIEW downloads",
        "CREATE OR REPLACE VIEW candidates AS SELECT 1",
        "COMMENT ON VIEW downloads IS ''",
        "DROP MACRO manifest_number",
        "CREATE OR REPLACE MACRO manifest_number(x) AS 1",
        "CREATE OR REPLACE FUNCTION manifest_number(x) AS TABLE SELECT 1",
        "DROP TYPE quality_grade CASCADE",
        "CREATE OR REPLACE TYPE quality_grade AS ENUM ('good')",
        "DROP SEQUENCE manifest_ids",
        "SELECT setval('manifest_ids', 1)",
        "DELETE FROM schema_versions",
        "UPDATE licenses SET is_open = true",
        "DETACH memory",
        "DETACH DATABASE IF EXISTS \"memory\"",
        "IMPORT DATABASE 'elsewhere'",
        "PRAGMA import_database('elsewhere')",
        "COPY FROM DATABASE other TO memory"
      })
  void seesThatSomethingElseIsChanged(String sql) {
    assertThat(changedBy(sql)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM inat_photos",
        "FROM inat_photos ORDER BY photo_id",
        "CREATE TABLE more AS FROM inat_photos",
        "CREATE OR REPLACE TABLE mine AS SELECT photo_id, license FROM inat_photos",
        "CREATE TABLE more AS SELECT * FROM '{csv}' AS c JOIN inat_photos USING (photo_id)",
        "CREATE TABLE IF NOT EXISTS inat_photos (a INT)",
        "CREATE VIEW v AS FROM inat_photos",
        "CREATE MACRO m() AS TABLE FROM inat_photos",
        "INSERT INTO mine SELECT photo_id, license FROM inat_photos",
        "INSERT INTO mine VALUES (1, 'inat_photos')",
        "INSERT INTO mine SELECT c.photo_id, c.license FROM '{csv}' AS c, inat_photos",
        "UPDATE mine SET license = p.license FROM inat_photos AS p WHERE p.photo_id ="
            + " mine.photo_id",
        "DELETE FROM mine USING inat_photos AS p WHERE p.photo_id = mine.photo_id",
        "DELETE FROM mine WHERE photo_id IN (SELECT photo_id FROM inat_photos)",
        "MERGE INTO mine USING inat_photos AS p ON mine.photo_id = p.photo_id WHEN MATCHED THEN"
            + " DELETE",
        "COPY inat_photos TO '/nowhere/x.csv'",
        "COPY (FROM inat_photos) TO '/nowhere/x.parquet'",
        "COPY mine FROM '{csv}'",
        "EXPLAIN DELETE FROM inat_photos",
        "PREPARE p AS DELETE FROM inat_photos",
        "DROP TABLE notes.inat_photos",
        "DELETE FROM notes.inat_photos",
        "COPY notes.inat_photos FROM '{csv}'",
        "DROP TABLE other.inat_photos",
        "INSERT INTO other.inat_photos SELECT photo_id FROM '{csv}'",
        "DROP TABLE matches",
        "INSERT INTO matches VALUES (1)",
        "COPY matches FROM '{csv}'",
        "CREATE TEMP TABLE inat_photos AS FROM mine",
        "CREATE OR REPLACE TEMPORARY TABLE inat_photos AS FROM '{csv}'",
        "DETACH other",
        "COPY FROM DATABASE memory TO other",
        "PRAGMA table_info('inat_photos')",
        "PIVOT inat_photos ON license USING count(*)",
        "CREATE TABLE counted AS PIVOT inat_photos ON license USING count(*)",
        "VACUUM inat_photos",
        "SELECT nextval('manifest_ids')",
        "not even SQL, inat_photos; DROP"
      })
  void leavesTheRestAlone(String sql) {
    assertThat(changedBy(sql)).isEmpty();
  }

  @Test
  void followsTheSearchPath() {
    run("USE other");

    assertThat(changedBy("DROP TABLE inat_photos")).isEmpty();
    assertThat(changedBy("DROP TABLE memory.inat_photos")).containsExactly("inat_photos");
    assertThat(changedBy("DETACH memory")).containsExactly("memory");
  }

  @Test
  void readsWhatWasPrepared() {
    run("PREPARE \"a b\" AS DELETE FROM inat_photos WHERE photo_id = $1");
    run("PREPARE harmless AS DELETE FROM mine");

    assertThat(changedBy("EXECUTE \"A b\"(1)")).containsExactly("inat_photos");
    assertThat(changedBy("EXPLAIN ANALYZE EXECUTE \"a b\"(1)")).containsExactly("inat_photos");
    assertThat(changedBy("EXECUTE harmless")).isEmpty();
    assertThat(changedBy("EXECUTE unknown")).isEmpty();
    assertThat(changedBy("EXECUTE \"a b\"((SELECT execute harmless))"))
        .containsExactly("inat_photos");
  }

  @Test
  void readsWhatWasPreparedLast() {
    run("PREPARE twice AS DELETE FROM mine");
    run("PREPARE twice AS DELETE FROM inat_photos");
    assertThat(changedBy("EXECUTE twice")).containsExactly("inat_photos");

    run("DEALLOCATE twice");
    assertThat(changedBy("EXECUTE twice")).isEmpty();
    run("PREPARE twice AS DELETE FROM mine");
    assertThat(changedBy("EXECUTE TWICE")).isEmpty();
  }

  @Test
  void protectsAnotherCatalogueThatIsAttached() {
    Path file = folder.resolve("other.duckdb");
    Catalog.open(file, CatalogSettings.DEFAULTS).close();
    run("ATTACH '" + file + "' AS second");

    assertThat(changedBy("DELETE FROM second.inat_photos")).containsExactly("inat_photos");
    assertThat(changedBy("COPY FROM DATABASE memory TO second")).containsExactly("every table");
    run("DETACH second");
    run("ATTACH '" + file + "' AS second (READ_ONLY)");
    assertThat(changedBy("DELETE FROM second.inat_photos")).isEmpty();
    run("DETACH second");
  }

  @Test
  void asksInsideATransactionWithoutEndingIt() {
    run("BEGIN");
    run("INSERT INTO mine VALUES (1, 'CC0')");

    assertThat(changedBy("DELETE FROM inat_photos")).containsExactly("inat_photos");
    assertThat(changedBy("COPY inat_photos FROM '{csv}'")).containsExactly("inat_photos");

    run("ROLLBACK");
    assertThat(TestSql.rows(session, "SELECT count(*) FROM mine")).containsExactly("0");
  }

  @Test
  void knowsWhatTheMigrationsMake() {
    Set<String> made =
        new TreeSet<>(
            TestSql.rows(
                session,
                """
                SELECT table_name FROM duckdb_tables() WHERE database_name = 'memory' AND schema_name = 'main'
                UNION SELECT view_name FROM duckdb_views() WHERE NOT internal
                UNION SELECT sequence_name FROM duckdb_sequences()
                UNION SELECT type_name FROM duckdb_types() WHERE NOT internal AND database_name = 'memory'
                UNION SELECT function_name FROM duckdb_functions() WHERE NOT internal
                """));
    made.remove("mine");

    assertThat(OwnSchema.names()).containsExactlyInAnyOrderElementsOf(made);
  }

  private Set<String> changedBy(String sql) {
    return new OwnTables(session).changedBy(sql.replace("{csv}", csv().toString()));
  }

  private static Path csv() {
    return folder.resolve("list.csv");
  }

  private void run(String sql) {
    TestSql.rows(session, sql);
  }
}
