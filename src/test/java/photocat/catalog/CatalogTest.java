package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class CatalogTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatWasWrittenWhenClosedAndOpenedAgain() {
    Path file = folder.resolve("new/folder/photos.duckdb");
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS);
        Session session = catalog.openSession()) {
      session.run("schema/record_version", Map.of("version", 0, "name", "V000__nothing"));
    }

    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS);
        Session session = catalog.openSession()) {
      List<Long> newest =
          session.list("schema/newest_version", Map.of(), row -> row.number("version"));

      assertThat(newest).containsExactly((long) Migrator.MIGRATIONS.size());
    }
  }

  @Test
  void isThereWholeOrNotAtAll() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 20; i++) {
        Path file = folder.resolve(i + ".duckdb");
        Future<Long> firstSeen = other.submit(() -> bytesWhenThere(file));
        NewDatabase.make(file, DraftMaker.OF_PROCESS);
        assertThat(firstSeen.get()).isGreaterThanOrEqualTo(DatabaseHeaders.BYTES);
      }
    } finally {
      other.shutdownNow();
    }
    assertThat(folder.toFile().list()).hasSize(20);
  }

  private static long bytesWhenThere(Path file) throws IOException {
    while (Files.notExists(file)) {
      Thread.onSpinWait();
    }
    return Files.size(file);
  }

  @Test
  void isNewAlsoBesideTheLogOfOneThatIsGone() throws Exception {
    Path gone = folder.resolve("gone.duckdb");
    Path file = folder.resolve("photos.duckdb");
    try (Catalog catalog = Catalog.open(gone, CatalogSettings.DEFAULTS);
        Session session = catalog.openSession()) {
      session.statement("CREATE TABLE t AS SELECT 1 AS n");
      Files.copy(RescueCopy.logOf(gone), RescueCopy.logOf(file));
    }

    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      assertThat(catalog.isNew()).isTrue();
    }
  }

  @Test
  void oneThatCameMeanwhileStays() throws Exception {
    Path file = folder.resolve("photos.duckdb");

    NewDatabase.make(file, draft -> write(draft, write(file, "theirs") + " and ours"));

    assertThat(file).hasContent("theirs");
    assertThat(folder.toFile().list()).containsExactly("photos.duckdb");
  }

  private static String write(Path file, String text) {
    try {
      Files.writeString(file, text);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesACatalogueOfANewerVersion() {
    Path file = folder.resolve("photos.duckdb");
    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS);
        Session session = catalog.openSession()) {
      session.run("schema/record_version", Map.of("version", 999, "name", "V999__future"));
    }

    assertThatThrownBy(() -> Catalog.open(file, CatalogSettings.DEFAULTS))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
              assertThat(failure.message())
                  .isEqualTo(
                      "cannot open catalogue %s: it has schema version 999, this photocat knows %d"
                          .formatted(file, Migrator.MIGRATIONS.size()));
              assertThat(failure.hint()).contains("update photocat");
            });
  }

  @Test
  void undoesATransactionThatFails() {
    try (Catalog catalog = Catalog.inMemory();
        Session session = catalog.openSession()) {
      assertThatThrownBy(
              () ->
                  session.transaction(
                      () -> {
                        session.run(
                            "schema/record_version", Map.of("version", 50, "name", "V050__half"));
                        throw new IllegalStateException("stopped half-way");
                      }))
          .hasMessage("stopped half-way");

      List<Long> newest =
          session.list("schema/newest_version", Map.of(), row -> row.number("version"));

      assertThat(newest).containsExactly((long) Migrator.MIGRATIONS.size());
    }
  }

  @Test
  void refusesACatalogueFromBeforeTheFirstRelease() throws Exception {
    Path file = folder.resolve("old.duckdb");
    try (Catalog catalog = NewCatalog.open(file)) {
      TestSql.rows(
          catalog, "UPDATE schema_versions SET name = 'V001__catalogue' WHERE version = 1");
    }

    assertThatThrownBy(() -> Catalog.open(file, CatalogSettings.DEFAULTS))
        .hasMessage(
            "cannot open catalogue %s: a photocat from before the first release made it", file);
  }

  @Test
  void knowsEveryMigrationOfTheFolders() throws Exception {
    Path sql = Path.of("sql");
    try (Stream<Path> files = Files.walk(sql)) {
      List<String> names =
          files
              .filter(file -> file.getFileName().toString().matches("V[0-9]{3}__.*"))
              .map(file -> sql.relativize(file).toString().replace(".sql", ""))
              .sorted(Comparator.comparing(name -> name.substring(name.lastIndexOf('/'))))
              .toList();

      assertThat(names).isEqualTo(Migrator.MIGRATIONS);
    }
    assertThat(SourceViews.sources()).startsWith("inat-open-data", "dwca");
  }
}
