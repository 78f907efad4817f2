package photocat.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import photocat.OtherJvm;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.store.Unreadable;

/** Each way in which a catalogue cannot be opened: one line, and the next step. */
final class OpenFailureTest {
  private static final String ELSEWHERE = "choose another file with --catalog FILE";

  @TempDir private Path folder;

  @Test
  void namesTheProcessThatHoldsTheCatalogue() throws Exception {
    Path file = folder.resolve("photos.duckdb");
    Process holder = holdInAnotherProcess(file);
    try {
      PhotocatException failure = failureOf(file);

      assertThat(failure.message())
          .startsWith("cannot open catalogue " + file + ": process " + holder.pid() + " (")
          .contains(") since ")
          .endsWith(" holds it");
      assertThat(failure.hint())
          .contains("wait until it ends, or close it; one process at a time can hold a catalogue");
    } finally {
      holder.getOutputStream().close();
      assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void opensOnceTheOtherProcessHasEnded() throws Exception {
    Path file = folder.resolve("photos.duckdb");
    Process holder = holdInAnotherProcess(file);
    holder.getOutputStream().close();
    assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();

    try (Catalog catalog = Catalog.open(file, CatalogSettings.DEFAULTS)) {
      assertThat(catalog.file()).contains(file);
    }
  }

  @Test
  void refusesAFileThatIsNotDuckDbs() throws IOException {
    Path file = Files.writeString(folder.resolve("species.csv"), "name\nBellis perennis\n");

    PhotocatException failure = failureOf(file);

    assertThat(failure.message())
        .isEqualTo("cannot open catalogue " + file + ": it is not a DuckDB file");
    assertThat(failure.hint()).contains(ELSEWHERE);
    assertThat(file).hasContent("name\nBellis perennis\n");
  }

  @Test
  void refusesNoiseThatIsNoTableEither() throws IOException {
    Path file = Files.write(folder.resolve("photos.duckdb"), new byte[20_000]);

    assertThat(failureOf(file).message())
        .isEqualTo("cannot open catalogue " + file + ": it is not a DuckDB file");
  }

  /** DuckDB looks for an extension that reads them. */
  @Test
  void refusesAFileOfSqlite() throws IOException {
    byte[] content = Arrays.copyOf("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 8192);
    Path file = Files.write(folder.resolve("other.db"), content);

    assertThat(failureOf(file).message())
        .isEqualTo(
            "cannot open catalogue " + file + ": it is a SQLite database, not one of DuckDB's");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void saysWhatThisUserMayNotRead() throws IOException {
    Path file = folder.resolve("photos.duckdb");
    NewCatalog.put(file);
    Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), file);
    try (Unreadable closed = Unreadable.of(file)) {
      assumeTrue(closed.isShut(), "root reads whatever it likes");
      assertThat(failureOf(file, true).message()).endsWith(": this user may not read it");
    }
    Path log = Files.write(folder.resolve("photos.duckdb.wal"), new byte[1]);
    try (Unreadable closed = Unreadable.of(log)) {
      assumeTrue(closed.isShut(), "root reads whatever it likes");
      assertThat(failureOf(file).message()).endsWith(": this user may not read its log " + log);
      assertThat(failureOf(link).message()).endsWith(": this user may not read its log " + log);
    }
    try (Unreadable closed = Unreadable.folder(folder.resolve("shut"))) {
      assumeTrue(closed.isShut(), "root reads whatever it likes");
      Path inside = folder.resolve("shut/deep/photos.duckdb");
      assertThat(failureOf(inside).message())
          .endsWith(": this user may not enter folder " + folder.resolve("shut"));
    }
  }

  /** DuckDB's own words, where what this user may do is not the reason. */
  @Test
  void keepsTheReasonOfTheSystem() throws IOException {
    Path file = Files.createFile(folder.resolve("photos.duckdb"));
    SQLException answer =
        new SQLException("IO Error: Cannot open file \"%s\": Input/output error".formatted(file));

    assertThat(OpenFailure.explain(file, answer).message()).endsWith(": input/output error");
  }

  @Test
  void saysThatTheLogIsThatOfAnotherCatalogue() throws Exception {
    Path file = dieWithALog("photos.duckdb");
    Path log = folder.resolve("photos.duckdb.wal");
    Path other = dieWithALog("other.duckdb");
    Files.move(RescueCopy.logOf(other), log, StandardCopyOption.REPLACE_EXISTING);

    PhotocatException failure = failureOf(file);

    assertThat(failure.message())
        .isEqualTo(
            "cannot open catalogue %s: its log %s is that of another catalogue"
                .formatted(file, log));
    assertThat(failure.hint().orElseThrow()).startsWith("'photocat repair --catalog " + file);
  }

  @Test
  void saysThatANewerDuckDbMadeTheFile() {
    Path file = folder.resolve("photos.duckdb");
    // DuckDB's own words: the file is covered by a checksum, so no test can make one.
    SQLException answer =
        new SQLException(
            "IO Error: Trying to read a database file with version number 99, but we can only read"
                + " versions between 64 and 68.");

    PhotocatException failure = OpenFailure.explain(file, answer);

    assertThat(failure.message())
        .isEqualTo("cannot open catalogue " + file + ": it was made by a newer version of DuckDB");
    assertThat(failure.hint()).contains("update photocat");
  }

  @Test
  void saysThatADiskHasNoLocks() {
    Path file = folder.resolve("photos.duckdb");
    // DuckDB's own words on NFS without lockd, which no test can mount.
    SQLException answer =
        new SQLException(
            "IO Error: Could not set lock on file \"%s\": No locks available".formatted(file));

    assertThat(OpenFailure.explain(file, answer).message())
        .isEqualTo(
            "cannot open catalogue %s: its disk grants no locks, as NFS does without its lock service"
                .formatted(file));
  }

  @Test
  void refusesAFolder() {
    assertThat(failureOf(folder).message())
        .isEqualTo("cannot open catalogue " + folder + ": it is a folder");
  }

  /** DuckDB would wait for whoever writes into a pipe. */
  @Test
  void refusesAPipe() throws Exception {
    Path pipe = folder.resolve("photos.duckdb");
    assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
        "mkfifo makes no pipe");
    Path beside = folder.resolve("other.duckdb");
    Files.createSymbolicLink(folder.resolve("other.duckdb.wal"), pipe);

    assertThat(failureOf(pipe).message())
        .isEqualTo("cannot open catalogue " + pipe + ": it is a pipe");
    assertThat(failureOf(beside).message())
        .isEqualTo("cannot open catalogue %1$s: its log %1$s.wal: it is a pipe".formatted(beside));
  }

  @Test
  void refusesWhatIsNoFileEither() throws IOException {
    Path nothing = Files.createSymbolicLink(folder.resolve("a"), folder.resolve("nothing"));
    Path circle = Files.createSymbolicLink(folder.resolve("b"), folder.resolve("b"));
    Path socket = folder.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));

      assertThat(failureOf(socket).message()).endsWith(": it is a socket");
    }
    assertThat(failureOf(nothing).message()).endsWith(": it is a link to nothing");
    assertThat(failureOf(circle).message()).endsWith(": its links lead round in a circle");
    assertThat(folder.resolve("nothing")).doesNotExist();
    if (Files.exists(Path.of("/dev/null"))) {
      assertThat(failureOf(Path.of("/dev/null")).message()).endsWith(": it is a device");
    }
  }

  @Test
  void saysWhatIsInTheWayOfTheFolder() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a folder");
    Path file = text.resolve("deeper/photos.duckdb");

    PhotocatException failure = failureOf(file);

    assertThat(failure.message())
        .isEqualTo("cannot open catalogue " + file + ": " + text + " is not a folder");
    assertThat(failure.hint()).contains(ELSEWHERE);
    assertThatThrownBy(
            () ->
                new CatalogRepair(file, CatalogSettings.DEFAULTS, new Cancellation())
                    .run(Instant.EPOCH))
        .hasMessage(failure.message());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesTheFolderThatCannotBeWritten() {
    // Nobody can make files there, not even root, who may write everywhere else.
    Path readOnly = Path.of("/proc");

    PhotocatException failure = failureOf(readOnly.resolve("photos.duckdb"));

    assertThat(failure.message())
        .isEqualTo("cannot open catalogue /proc/photos.duckdb: folder /proc cannot be written");
    assertThat(failure.hint()).contains(ELSEWHERE);
  }

  @Test
  void refusesPathsThatDuckDbTakesForOtherThanPaths() {
    for (Path file :
        List.of(
            folder.resolve("a;b.duckdb"),
            folder.resolve("a;b/c.duckdb"),
            folder.resolve("a?b.duckdb"),
            folder.resolve("a?/c.duckdb"))) {
      String found = file.toString().contains(";") ? "a semicolon" : "a question mark";

      assertThat(failureOf(file).message())
          .isEqualTo("cannot open catalogue " + file + ": its path has " + found);
      assertThat(failureOf(file).hint()).contains(ELSEWHERE);
      assertThat(folder).isEmptyDirectory();
    }
  }

  private Path dieWithALog(String name) throws Exception {
    Path file = folder.resolve(name);
    Process process =
        new ProcessBuilder(OtherJvm.command(List.of(), UncleanEnd.class, file.toString(), "1"))
            .inheritIO()
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return file;
  }

  private static PhotocatException failureOf(Path file) {
    return failureOf(file, false);
  }

  private static PhotocatException failureOf(Path file, boolean isToRead) {
    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class,
            () ->
                (isToRead
                        ? Catalog.openReadOnly(file, CatalogSettings.DEFAULTS)
                        : Catalog.open(file, CatalogSettings.DEFAULTS))
                    .close());
    assertThat(failure).as("failure of opening " + file).isNotNull();
    assertThat(failure.kind()).isEqualTo(ExitStatus.CATALOG);
    assertThat(failure.message()).doesNotContain("\n");
    return failure;
  }

  private static Process holdInAnotherProcess(Path file) throws IOException {
    Process holder =
        new ProcessBuilder(OtherJvm.command(List.of(), CatalogHolder.class, file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader answers = holder.inputReader(StandardCharsets.UTF_8);
    assertThat(answers.readLine()).isEqualTo("open " + file);
    return holder;
  }
}
