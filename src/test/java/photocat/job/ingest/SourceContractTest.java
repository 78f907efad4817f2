package photocat.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photocat.catalog.NewCatalog;
import photocat.catalog.SourceViews;
import photocat.command.CommandRunner;
import photocat.model.Cancellation;

/** What the house relies on, of every source that has a room. */
final class SourceContractTest {
  private static final String COLUMNS =
      "SELECT column_name || ' ' || data_type FROM duckdb_columns() WHERE table_name = '%s' ORDER BY column_index";

  private static final String REJECTS =
      "SELECT concat_ws('|', file, line, reason) FROM ingest_rejects ORDER BY file, line";

  @TempDir private static Path folder;
  private static CommandRunner photocat;

  @BeforeAll
  static void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterAll
  static void close() {
    photocat.close();
  }

  static Stream<String> sources() {
    return SourceViews.sources().stream();
  }

  static List<SourceFixture> fixtures() {
    return SourceFixture.ALL;
  }

  /** Where it has none, the rest of the contract would pass it over. */
  @ParameterizedTest
  @MethodSource("sources")
  void itHasAFixture(String source) {
    assertThat(SourceFixture.ALL).extracting(SourceFixture::source).containsOnlyOnce(source);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void itsCandidatesHaveAllColumnsThatEverySourceHas(String source) {
    String view = SourceViews.name("candidates", source);

    assertThat(photocat.rows(COLUMNS.formatted(view)))
        .containsAll(photocat.rows(COLUMNS.formatted("candidates")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void itsTaxaHaveJustTheColumnsThatEverySourceHas(String source) {
    String view = SourceViews.name("taxa", source);

    assertThat(photocat.rows(COLUMNS.formatted(view)))
        .containsExactlyInAnyOrderElementsOf(photocat.rows(COLUMNS.formatted("taxa")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isToldOfInTheTableOfSources(String source) {
    List<String> told =
        photocat.rows(
            "SELECT title <> '' AND terms <> '' FROM sources WHERE source = '%s'"
                .formatted(source));

    assertThat(told).containsExactly("true");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theSameFilesGiveTheSameRows(SourceFixture source) throws IOException {
    String[] small = words(source.small(folder));
    photocat.forget();
    photocat.done(small);
    List<String> once = SourceState.ofNewest(photocat::rows);

    photocat.done(small);

    assertThat(SourceState.ofNewest(photocat::rows)).isEqualTo(once);
    assertThat(photocat.rows("FROM candidates")).isNotEmpty();
    assertThat(photocat.rows("FROM taxa")).isNotEmpty();
    assertThat(photocat.rows("SELECT snapshot_id, source FROM snapshots ORDER BY ALL"))
        .containsExactly("1|" + source.source(), "2|" + source.source());
    assertThat(tablesOf(2)).isEqualTo(tablesOf(1)).isNotEmpty();
    photocat.forget();
    photocat.done(small);
    assertThat(SourceState.ofNewest(photocat::rows)).as("a new catalogue").isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void badRowsAreKeptApartAndGoodOnesLoaded(SourceFixture source) throws IOException {
    photocat.forget();
    photocat.done(words(source.small(folder)));
    List<String> good = goodRows();

    int exitCode = photocat.run(words(source.spoiled(folder)));

    int rejects = source.rejects().size();
    assertThat(exitCode).as(photocat.said()).isEqualTo(3);
    assertThat(photocat.said())
        .contains(
            "warning: %d rows could not be loaded; the table ingest_rejects says which and why"
                .formatted(rejects));
    assertThat(goodRows()).isEqualTo(good);
    List<String> kept = photocat.rows(REJECTS);
    assertThat(kept).hasSize(rejects);
    for (int at = 0; at < rejects; at++) {
      assertThat(kept.get(at)).startsWith(source.rejects().get(at));
    }
    assertThat(photocat.rows("SELECT rejected_rows FROM snapshots WHERE snapshot_id = 2"))
        .isEqualTo(
            photocat.rows("SELECT sum(rejected_rows) FROM snapshot_tables WHERE snapshot_id = 2"))
        .containsExactly(String.valueOf(rejects));
    photocat.done(words(source.small(folder)));
    assertThat(photocat.rows(REJECTS)).as("rejects of what was replaced").isEmpty();
  }

  /** Behind an address where it can be, since there is more to stop then. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void stoppedAtAnyStepItLeavesWhatWasThere(SourceFixture source) throws IOException {
    Path place = Files.createDirectory(folder.resolve(source.source()));
    Path file = place.resolve("photocat.duckdb");
    try (ServedFolder served = new ServedFolder(folder);
        CommandRunner onFile = new CommandRunner(folder, () -> NewCatalog.open(file))) {
      List<String> files = source.large(folder, 100);
      String[] large = words(source.takesAddresses() ? served.addresses(files) : files);
      onFile.done(words(source.small(folder)));
      List<String> before = SourceState.whole(onFile::rows);
      int step = 1;
      while (isStopped(onFile, step, large)) {
        assertThat(onFile.said()).matches("(going on .*\n)?error: .* was stopped.*(\nhint: .*)?");
        assertThat(SourceState.whole(onFile::rows)).as("step " + step).isEqualTo(before);
        assertThat(names(place)).noneMatch(name -> name.contains(".ingest"));
        step++;
      }

      assertThat(step).as("steps of progress, and one").isGreaterThan(2);
      assertThat(onFile.rows("SELECT max(loaded_rows) >= 100 FROM snapshot_tables"))
          .containsExactly("true");
    }
    assertThat(names(place)).containsExactly("photocat.duckdb");
  }

  /** Tells whether it was stopped; after its last step it has run to its end. */
  private static boolean isStopped(CommandRunner runner, int step, String... words) {
    Cancellation stop = new Cancellation();
    CountedProgress progress = new CountedProgress(step, stop::cancel);
    int exitCode = runner.run(progress, stop, words);
    assertThat(exitCode)
        .as("step %d: %s", step, runner.said())
        .isEqualTo(progress.isDone() ? 130 : 0);
    return progress.isDone();
  }

  private static List<String> goodRows() {
    return Stream.concat(
            photocat.rows("FROM candidates ORDER BY ALL").stream(),
            photocat.rows("FROM taxa ORDER BY ALL").stream())
        .toList();
  }

  private static List<String> tablesOf(int snapshot) {
    return photocat.rows(
        """
        SELECT table_name, loaded_rows, rejected_rows
        FROM snapshot_tables WHERE snapshot_id = %d ORDER BY ALL
        """
            .formatted(snapshot));
  }

  private static List<String> names(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String[] words(List<String> words) {
    return words.toArray(String[]::new);
  }
}
