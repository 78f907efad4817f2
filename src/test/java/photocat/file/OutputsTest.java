package photocat.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/** What may be written, whatever way leads there. */
final class OutputsTest {
  @TempDir private Path temporary;
  private Path folder;
  private Path catalogue;
  private Outputs outputs;

  @BeforeEach
  void makeCatalogue() throws Exception {
    folder = Files.createDirectory(temporary.toRealPath().resolve("home"));
    catalogue = Files.writeString(folder.resolve("c.duckdb"), "all I have");
    outputs = new Outputs(() -> List.of(catalogue), Optional.empty(), new Cancellation());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.duckdb",
        "C.DuckDB",
        "sub/../c.duckdb",
        "hard.csv",
        "soft.csv",
        "two-links.csv",
        "folder-link/c.duckdb",
      })
  void isNeverTheCatalogue(String way) throws Exception {
    Files.createLink(folder.resolve("hard.csv"), catalogue);
    Files.createSymbolicLink(folder.resolve("soft.csv"), Path.of("c.duckdb"));
    Files.createSymbolicLink(folder.resolve("two-links.csv"), Path.of("../home/soft.csv"));
    Files.createSymbolicLink(folder.resolve("folder-link"), Path.of("."));
    Files.createDirectory(folder.resolve("sub"));

    assertThatThrownBy(() -> outputs.place(folder.resolve(way), Writing.of("write", true)))
        .isInstanceOf(PhotocatException.class)
        .hasMessageMatching(
            "cannot write .*: (that is the catalogue itself|it belongs to the catalogue, .*)");
    assertThatThrownBy(() -> outputs.refuseWritten(folder.resolve(way)))
        .hasMessageStartingWith("cannot write ");
  }

  /** What is not there yet would be taken for the catalogue's own as soon as it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.duckdb.wal",
        "C.duckdb.WAL",
        "c.duckdb.wal.checkpoint",
        "c.duckdb.lock",
        "c.duckdb.sock",
        "c.duckdb.sock~",
        "c.duckdb.tmp/x",
        "c.duckdb.ingest/photos.csv",
        "c.duckdb.ingest",
        "c.duckdb.ingest-searched/photos.csv",
        "c.duckdb.part",
        "c.duckdb.log",
        "c.duckdb.damaged-20261120T120000Z",
        "photocat.log",
        "photocat.log.1",
        "folder-link/c.duckdb.wal",
        "link-to-nothing.csv",
      })
  void isNothingThatBelongsToTheCatalogue(String way) throws Exception {
    Files.createSymbolicLink(folder.resolve("folder-link"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("link-to-nothing.csv"), Path.of("c.duckdb.wal"));

    assertThatThrownBy(() -> outputs.place(folder.resolve(way), Writing.of("write", true)))
        .isInstanceOf(PhotocatException.class)
        .hasMessageEndingWith(": it belongs to the catalogue, " + catalogue);
  }

  @Test
  void mayLieBesideTheCatalogueAndBeNamedAfterIt() {
    for (String name : List.of("c.csv", "c.duckdb.bak", "c.duckdb2", "xc.duckdb", "my.log")) {
      assertThat(outputs.place(folder.resolve(name), Writing.of("write", false)).isPlain())
          .isTrue();
    }
  }

  @Test
  void isNoPartOfACatalogueThatIsALink() throws Exception {
    Path real = Files.createDirectory(folder.resolve("disk")).resolve("real.duckdb");
    Files.writeString(real, "x");
    Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), real);
    Outputs linked = new Outputs(() -> List.of(link), Optional.empty(), new Cancellation());

    for (String way :
        List.of("link.duckdb", "link.duckdb.wal", "disk/real.duckdb", "disk/real.duckdb.wal")) {
      assertThatThrownBy(() -> linked.place(folder.resolve(way), Writing.of("write", true)))
          .isInstanceOf(PhotocatException.class);
    }
  }

  @Test
  void isNoOtherDatabaseThatIsOpenNorTheLogOfAnyDatabase() throws Exception {
    Path attached = Files.writeString(folder.resolve("attached.duckdb"), "x");
    Files.writeString(folder.resolve("other.duckdb"), "x");
    Outputs both =
        new Outputs(() -> List.of(catalogue, attached), Optional.empty(), new Cancellation());

    assertThatThrownBy(() -> both.place(attached, Writing.of("write", true)))
        .hasMessageEndingWith(": that is a database that is open here itself");
    assertThatThrownBy(
            () -> both.place(folder.resolve("other.duckdb.wal"), Writing.of("write", true)))
        .hasMessageEndingWith(
            ": DuckDB would take it for the log of " + folder.resolve("other.duckdb"));
  }

  @Test
  void replacesWhatIsOursOrEmptyOrForced() throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.csv"), "mine");
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Writing how = Writing.of("write", false);

    assertThatThrownBy(() -> outputs.place(mine, how))
        .isInstanceOfSatisfying(
            PhotocatException.class, e -> assertThat(e.hint()).contains("--force replaces it"))
        .hasMessage("cannot write %s: it is there already", mine);
    assertThat(outputs.place(mine, how.over(mine::equals)).isPlain()).isTrue();
    assertThat(outputs.place(mine, Writing.of("write", true)).isPlain()).isTrue();
    assertThat(outputs.place(empty, how).isPlain()).isTrue();
  }

  @Test
  void isNoFolderAndNeedsOne() throws Exception {
    Writing how = Writing.of("write", true).inFolderThatIsThere();
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("no/such"));
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

    assertThatThrownBy(() -> outputs.place(folder, how)).hasMessageEndingWith(": it is a folder");
    assertThatThrownBy(() -> Outputs.read("new/x.csv/", "write"))
        .hasMessage("cannot write new/x.csv/: it ends as the name of a folder does");
    assertThat(Outputs.read("new/x.csv", "write")).isEqualTo(Path.of("new/x.csv"));
    assertThatThrownBy(() -> outputs.place(folder.resolve("no/x"), how))
        .hasMessageEndingWith(": there is no such folder");
    assertThatThrownBy(() -> outputs.place(dangling, Writing.of("write", true)))
        .hasMessageEndingWith(": it is a link to nothing");
    assertThatThrownBy(() -> outputs.place(circle, how)).isInstanceOf(PhotocatException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isNoOpenFileOfAnotherProcess() {
    Outputs ofAGuest =
        new Outputs(
            () -> List.of(catalogue), Optional.of("process 7 (photocat)"), new Cancellation());
    Writing how = Writing.of("write", true);

    for (String path : List.of("/dev/fd/2", "/dev/stderr", "/proc/self/fd/2", "/dev/tty")) {
      assertThatThrownBy(() -> ofAGuest.place(Path.of(path), how))
          .hasMessage(
              "cannot write %s: process 7 (photocat) does the work, and has other files open",
              path);
    }
    assertThat(outputs.place(Path.of("/dev/fd/2"), how).isPlain()).isFalse();
    assertThat(ofAGuest.place(Path.of("/dev/null"), how).isPlain()).isFalse();
  }

  @Test
  void knowsWhatIsCalledStandardOutput() {
    assertThat(List.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"))
        .allMatch(typed -> Outputs.isStandardOutput(Path.of(typed)));
    assertThat(List.of("./-", "stdout", "/dev/stderr"))
        .noneMatch(typed -> Outputs.isStandardOutput(Path.of(typed)));
  }
}
