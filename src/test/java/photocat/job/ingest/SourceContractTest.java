package photocat.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.SourceViews;
import photocat.catalog.TestSql;

/** What the house relies on, of every source that has a room. */
final class SourceContractTest {
  private static final String COLUMNS =
      "SELECT column_name || ' ' || data_type FROM duckdb_columns() WHERE table_name = '%s' ORDER BY column_index";

  private static Catalog catalog;

  @BeforeAll
  static void open() {
    catalog = NewCatalog.inMemory();
  }

  @AfterAll
  static void close() {
    catalog.close();
  }

  static Stream<String> sources() {
    return SourceViews.sources().stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void itsCandidatesHaveAllColumnsThatEverySourceHas(String source) {
    String view = SourceViews.name("candidates", source);

    assertThat(TestSql.rows(catalog, COLUMNS.formatted(view)))
        .containsAll(TestSql.rows(catalog, COLUMNS.formatted("candidates")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void itsTaxaHaveJustTheColumnsThatEverySourceHas(String source) {
    String view = SourceViews.name("taxa", source);

    assertThat(TestSql.rows(catalog, COLUMNS.formatted(view)))
        .containsExactlyInAnyOrderElementsOf(TestSql.rows(catalog, COLUMNS.formatted("taxa")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isToldOfInTheTableOfSources(String source) {
    List<String> told =
        TestSql.rows(
            catalog,
            "SELECT title <> '' AND terms <> '' FROM sources WHERE source = '%s'"
                .formatted(source));

    assertThat(told).containsExactly("true");
  }
}
