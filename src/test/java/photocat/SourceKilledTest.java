package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.NewCatalog;
import photocat.command.CommandRunner;
import photocat.job.ingest.HaltedIngest;
import photocat.job.ingest.ServedFolder;
import photocat.job.ingest.SourceFixture;
import photocat.job.ingest.SourceState;

/** The contract of the sources, where a process is killed while it takes one in. */
final class SourceKilledTest {
  private static final long PATIENCE_SECONDS = 50;

  /** So many that DuckDB writes rows into the file before the transaction ends. */
  private static final int ROWS = 130_000;

  @TempDir private Path inputs;
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void make() {
    file = NewCatalog.put(folder.resolve("photocat.duckdb"));
  }

  static List<SourceFixture> fixtures() {
    return SourceFixture.ALL;
  }

  /** The second is killed over an address where it can be, of which a copy may be left. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void leavesWhatWasThereAndTheNextTidiesUp(SourceFixture source) throws Exception {
    List<String> large = source.large(inputs, ROWS);
    List<String> before = state();

    kill(large);
    if (source.cutsPieces()) {
      assertThat(folder.resolve("photocat.duckdb.ingest")).isNotEmptyDirectory();
    }
    assertThat(state()).as("a first ingest").isEqualTo(before);
    ingest(source.small(inputs));

    before = state();
    try (ServedFolder served = new ServedFolder(inputs)) {
      kill(source.takesAddresses() ? served.addresses(large) : large);
    }
    assertThat(state()).as("a second one").isEqualTo(before);
    ingest(source.small(inputs));
  }

  private void kill(List<String> words) throws Exception {
    List<String> arguments = Stream.concat(Stream.of(file.toString()), words.stream()).toList();
    Process process =
        new ProcessBuilder(
                OtherJvm.command(List.of(), HaltedIngest.class, arguments.toArray(String[]::new)))
            .redirectErrorStream(true)
            .redirectOutput(inputs.resolve("said").toFile())
            .start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(Files.readString(inputs.resolve("said")))
        .isEqualTo(HaltedIngest.HALTED);
  }

  private void ingest(List<String> words) throws IOException {
    try (CommandRunner photocat = open()) {
      photocat.done(words.toArray(String[]::new));
      assertThat(photocat.rows("SELECT count(*) BETWEEN 1 AND 9 FROM candidates"))
          .containsExactly("true");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private List<String> state() {
    try (CommandRunner photocat = open()) {
      return SourceState.whole(photocat::rows);
    }
  }

  private CommandRunner open() {
    return new CommandRunner(folder, () -> Catalog.open(file, CatalogSettings.DEFAULTS));
  }
}
