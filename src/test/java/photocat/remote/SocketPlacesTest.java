package photocat.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the socket of a catalogue lies. */
final class SocketPlacesTest {
  @TempDir private Path folder;

  @Test
  void leavesAFileAloneThatIsNoSocketAndListensElsewhere() throws Exception {
    Files.writeString(socket(), "mine");
    listensElsewhere();

    assertThat(socket()).hasContent("mine");
  }

  @Test
  void leavesAPipeOfThatNameAlone() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", socket().toString()).start().waitFor()).isZero();
    listensElsewhere();

    assertThat(socket()).exists();
  }

  private void listensElsewhere() throws ServerGoneException {
    Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());

    try (CatalogServer server = CatalogServerTest.open(file(), environment)) {
      assertThat(CatalogServerTest.echo(file(), environment)).isEqualTo("hi é🐝");
      assertThat(server).isNotNull();
    }
  }

  @Test
  void listensUnderAShortNameWhereThePathIsLong() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("d".repeat(100)).resolve("e".repeat(100)));
    Path file = deep.resolve("photos.duckdb");
    Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());

    try (CatalogServer server = CatalogServerTest.open(file, environment)) {
      assertThat(CatalogServerTest.echo(file, environment)).isEqualTo("hi é🐝");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("photocat"))))
          .isEqualTo("rwx------");
      assertThat(server).isNotNull();
    }

    assertThat(deep).isEmptyDirectory();
    assertThat(folder.resolve("photocat")).doesNotExist();
  }

  /** Another photocat may have a socket there. */
  @Test
  void leavesTheFolderOfItsSocketToOthersWhoUseIt() throws Exception {
    Path file = folder.resolve("d".repeat(200)).resolve("photos.duckdb");
    Files.createDirectory(file.getParent());
    Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());

    try (CatalogServer server = CatalogServerTest.open(file, environment)) {
      assertThat(CatalogServerTest.echo(file, environment)).isEqualTo("hi é🐝");
      Files.createFile(folder.resolve("photocat/another.sock"));
      assertThat(server).isNotNull();
    }

    assertThat(folder.resolve("photocat")).isDirectoryContaining("glob:**/another.sock");
  }

  @Test
  void comesBackWhereAnotherHasTakenTheFolderAway() throws Exception {
    SocketPlaces.Place place = new SocketPlaces.Place(folder.resolve("own/x.sock"), true);
    place.prepare();
    place.leave();
    assertThat(folder.resolve("own")).doesNotExist();
    place.prepare();

    assertThat(folder.resolve("own")).isEmptyDirectory();
    place.leave();
    place.leave();
  }

  @Test
  void usesNoFolderThatOthersCanWrite() throws Exception {
    Path open = Files.createDirectory(folder.resolve("photocat"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    SocketPlaces.Place place = new SocketPlaces.Place(open.resolve("x.sock"), true);

    assertThatThrownBy(place::prepare).hasMessage(open + " is open to others");
  }

  @Test
  void findsTheSocketByASymbolicLinkToo() throws Exception {
    Files.createFile(file());
    Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), file());

    try (CatalogServer server = CatalogServerTest.open(file(), Map.of())) {
      assertThat(CatalogServerTest.echo(link, Map.of())).isEqualTo("hi é🐝");
      assertThat(server).isNotNull();
    }
  }

  private Path file() {
    return folder.resolve("photos.duckdb");
  }

  private Path socket() {
    return folder.resolve("photos.duckdb.sock");
  }
}
