package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/** What another program has dropped of photocat's own schema is there again after opening. */
final class LostTablesTest {
  private static final String SCHEMA =
      """
      SELECT table_name, column_name, column_index, data_type, comment FROM duckdb_columns()
      WHERE NOT internal ORDER BY ALL
      """;

  @TempDir private static Path sample;
  @TempDir private Path folder;
  private Path file;

  @BeforeAll
  static void fill() {
    try (Catalog catalog = Catalog.open(sample.resolve("c.duckdb"), CatalogSettings.DEFAULTS);
        Session session = catalog.openSession()) {
      SmallCatalog.fill(session);
      SmallCatalog.sumUp(session);
      session.execute("SELECT nextval('manifest_ids')", List.of(), new RowReader(row -> true));
    }
  }

  @BeforeEach
  void copy() throws IOException {
    file = folder.resolve("c.duckdb");
    Files.copy(sample.resolve("c.duckdb"), file);
  }

  static Stream<OwnObject> everything() {
    return OwnSchema.objects().stream().filter(object -> !object.isColumn());
  }

  @Test
  void eachIsMadeAgainAsItWas() throws SQLException {
    List<String> before = rows(SCHEMA);
    List<OwnObject> all = everything().toList();
    int step = 8;
    for (int first = 0; first < step; first++) {
      List<OwnObject> dropped = new ArrayList<>();
      for (int each = first; each < all.size(); each += step) {
        dropped.add(all.get(each));
      }
      elsewhere(
          dropped.stream()
              .map(object -> "DROP %s %s CASCADE".formatted(object.kind(), object.name()))
              .toArray(String[]::new));

      try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
        assertThat(catalog.isNew()).isFalse();
        assertThat(catalog.mended().orElse(""))
            .startsWith("it had lost ")
            .contains(dropped.stream().map(OwnObject::toString).toList())
            .contains(": made again");
        assertThat(TestSql.rows(catalog, SCHEMA)).as(dropped.toString()).isEqualTo(before);
      }
    }
    assertThat(mended()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TABLE inat_photos",
        "VIEW downloads",
        "MACRO manifest_number",
        "TABLE schema_versions"
      })
  void aReaderIsToldWhatIsLost(String object) throws SQLException {
    elsewhere("DROP " + object);

    PhotocatException failure = failureOfReading();

    assertThat(failure.message())
        .isEqualTo(
            "cannot open catalogue %s for reading only: it has lost %s, which photocat makes again"
                + " where it may write",
            file,
            object.replace("TABLE", "table").replace("VIEW", "view").replace("MACRO", "macro"));
    assertThat(failure.hint()).get().asString().contains("without --read-only");
  }

  @Test
  void whatFollowsFromOtherTablesIsComputed() throws SQLException {
    List<String> sums = rows("FROM download_states ORDER BY ALL");
    List<String> licenses = rows("FROM licenses ORDER BY ALL");
    elsewhere("DROP TABLE download_sums", "DROP TABLE licenses", "DROP VIEW download_states");

    mended();

    assertThat(rows("FROM download_states ORDER BY ALL")).isEqualTo(sums);
    assertThat(rows("FROM licenses ORDER BY ALL")).isEqualTo(licenses);
  }

  @Test
  void aNumberOfAManifestIsNotGivenAgain() throws SQLException {
    elsewhere("DROP SEQUENCE manifest_ids", "DROP TABLE manifests");

    mended();

    assertThat(rows("SELECT nextval('manifest_ids')")).containsExactly("3");
  }

  @Test
  void allButTheRecordOfVersionsAtOnce() throws SQLException {
    List<String> before = rows(SCHEMA);
    elsewhere(
        everything()
            .filter(object -> !object.name().equals("schema_versions"))
            .map(object -> "DROP %s IF EXISTS %s CASCADE".formatted(object.kind(), object.name()))
            .toArray(String[]::new));

    assertThat(mended())
        .startsWith("it had lost type quality_grade, table sources, table snapshots, ");
    assertThat(rows(SCHEMA)).isEqualTo(before);
  }

  @Test
  void theRecordOfVersionsIsNoReasonToMakeTablesTwice() throws SQLException {
    elsewhere("DROP TABLE schema_versions", "DROP TABLE shortlist");
    mended();
    assertThat(rows("SELECT count(*) FROM schema_versions"))
        .containsExactly(Integer.toString(Migrator.MIGRATIONS.size()));

    elsewhere("DELETE FROM schema_versions WHERE version > 3");
    assertThat(mended()).isEmpty();
    elsewhere("DELETE FROM schema_versions");
    assertThat(mended()).isEmpty();

    assertThat(rows("SELECT max(version), count(*) FROM schema_versions"))
        .containsExactly("%1$d|%1$d".formatted(Migrator.MIGRATIONS.size()));
  }

  /** As if an old version had made it. */
  @Test
  void anOldCatalogueThatLostATableIsBroughtUpToDate() throws IOException, SQLException {
    List<String> before = rows(SCHEMA);
    Files.delete(file);
    List<String> old = new ArrayList<>();
    old.add(PipelineSql.resource("sql/pipeline/schema/make_versions.sql"));
    for (int version = 1; version <= 2; version++) {
      String name = Migrator.MIGRATIONS.get(version - 1);
      old.add(PipelineSql.resource("sql/" + name + ".sql"));
      old.add("INSERT INTO schema_versions VALUES (%d, '%s', now())".formatted(version, name));
    }
    elsewhere(old.toArray(String[]::new));
    elsewhere("DROP TABLE licenses", "DROP MACRO credit_line");

    assertThat(mended()).isEqualTo("it had lost table licenses, macro credit_line: made again");
    assertThat(rows(SCHEMA)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inat_photos.license",
        "inat_taxa.taxon_id",
        "dwca_media.title",
        "licenses.strictness",
        "licenses.rights",
        "download_events.not_before",
        "download_events.reason",
        "manifest_photos.quality_grade",
        "download_sums.reason"
      })
  void aColumnIsMadeAgainWhereItStood(String column) throws SQLException {
    List<String> before = rows(SCHEMA);
    List<String> events = rows("SELECT rowid, file_id, state FROM download_events ORDER BY rowid");
    elsewhere(
        "ALTER TABLE " + column.replaceFirst("\\.", " DROP COLUMN "),
        "INSERT INTO inat_projects VALUES (1, 'kept', 'kept')");

    assertThat(mended()).startsWith("it had lost column " + column + ": made again");
    assertThat(rows(SCHEMA)).isEqualTo(before);
    assertThat(rows("SELECT rowid, file_id, state FROM download_events ORDER BY rowid"))
        .isEqualTo(events);
  }

  @Test
  void columnsThatAnArchiveBroughtAreKept() throws SQLException {
    elsewhere(
        "ALTER TABLE dwca_media ADD COLUMN lens VARCHAR",
        "INSERT INTO dwca_media BY NAME SELECT 1 AS snapshot_id, 'file' AS form, 'wide' AS lens",
        "ALTER TABLE dwca_media DROP COLUMN title");

    assertThat(mended()).startsWith("it had lost column dwca_media.title: made again");
    assertThat(rows("SELECT lens, title FROM dwca_media")).containsExactly("wide|null");
    assertThat(rows("SELECT media.lens FROM candidates_dwca")).containsExactly("wide");
  }

  @Test
  void aColumnThatMustHaveAValueCannotBeMadeUp() throws SQLException {
    elsewhere("ALTER TABLE manifest_photos DROP COLUMN url", "DROP TABLE shortlist");

    assertThat(mended())
        .isEqualTo(
            "it had lost table shortlist: made again, empty; it has lost column"
                + " manifest_photos.url, which cannot be made again");
    assertThat(rows("SELECT count(*) FROM manifest_photos")).containsExactly("5");
  }

  @Test
  void somethingElseUnderItsNameIsLeftAlone() throws SQLException {
    elsewhere("DROP TABLE licenses", "CREATE VIEW licenses AS SELECT 1 AS n");

    PhotocatException failure = catchThrowableOfType(PhotocatException.class, this::mended);

    assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
    assertThat(failure.message())
        .isEqualTo(
            "cannot open catalogue %s: it has a view licenses, where photocat keeps something else"
                .formatted(file));
  }

  /** The statement that tells in one go whether anything is lost. */
  @Test
  void theQuickLookNamesEverything() throws IOException {
    List<String> parts = new ArrayList<>();
    for (OwnObject object : everything().toList()) {
      String columns =
          OwnSchema.objects().stream()
              .filter(each -> each.isColumn() && each.subject().equals(object.name()))
              .map(column -> Quoted.name(column.column()))
              .collect(Collectors.joining(", "));
      String looking =
          switch (object.kind()) {
            case "table" -> "SELECT %s FROM %s";
            case "view" -> "SELECT 1 FROM %2$s";
            case "macro" -> "SELECT %2$s(" + arguments(object.name()) + ")";
            case "type" -> "SELECT NULL::%2$s";
            default -> "SELECT nextval('%2$s')";
          };
      parts.add(looking.formatted(columns, object.name()));
    }
    String expected =
        parts.stream()
            .map(part -> "SELECT 1 FROM (" + part + ")")
            .collect(Collectors.joining("\nUNION ALL\n"));

    assertThat(Path.of("sql/pipeline/schema/whole.sql")).content().endsWith(expected + ";\n");
  }

  private String arguments(String macro) {
    String count = "SELECT len(parameters) FROM duckdb_functions() WHERE function_name = '%s'";
    int arguments = Integer.parseInt(rows(count.formatted(macro)).get(0));
    return String.join(", ", Collections.nCopies(arguments, "NULL"));
  }

  private String mended() {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      return catalog.mended().orElse("");
    }
  }

  private PhotocatException failureOfReading() {
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class,
            () -> Catalog.openReadOnly(file, CatalogSettings.DEFAULTS).close());
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
    return failure;
  }

  private List<String> rows(String sql) {
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      return TestSql.rows(catalog, sql);
    }
  }

  /** Runs statements as another program does. */
  private void elsewhere(String... statements) throws SQLException {
    try (DuckDBConnection other = Database.connect(file, CatalogSettings.DEFAULTS);
        Statement statement = other.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
