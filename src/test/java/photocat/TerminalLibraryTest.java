package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

final class TerminalLibraryTest {
  @TempDir private Path folder;

  @Test
  void liesBesideTheLibrariesOfTheApp() throws Exception {
    Path lib = Files.createDirectory(folder.resolve("lib"));
    String jar = folder.resolve("photocat.jar").toString();
    assertThat(TerminalLibrary.folder(jar, "jlinenative")).isEmpty();

    Files.createFile(lib.resolve(System.mapLibraryName("jlinenative")));

    assertThat(TerminalLibrary.folder(jar, "jlinenative")).contains(lib);
    assertThat(
            TerminalLibrary.folder(
                folder.resolve("classes") + ":" + folder.resolve("b/c.jar"), "x"))
        .isEmpty();
  }

  /** What the tests run with is what the build has unpacked for the app. */
  @Test
  @EnabledIfSystemProperty(named = "library.jline.path", matches = ".+")
  void isUnpackedByTheBuild() {
    Path folder = Path.of(System.getProperty("library.jline.path"));

    assertThat(folder.resolve(System.mapLibraryName("jlinenative"))).isNotEmptyFile();
    assertThat(folder.resolve(System.mapLibraryName("sqlitejdbc"))).isNotEmptyFile();
    assertThat(System.getProperty("java.class.path")).contains(folder + "/duckdb_jdbc-");
  }
}
