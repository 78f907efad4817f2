package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.shell.Screen;
import photocat.shell.Streams;

final class CalledAsTest {
  @TempDir private Path folder;
  private Path clone = Path.of("");
  private Path bin = Path.of("");

  @BeforeEach
  void cloneIt() throws IOException {
    clone = Files.createDirectory(folder.resolve("clone"));
    bin = Files.createDirectory(folder.resolve("bin"));
    script(clone.resolve("photocat"), "rwxr-xr-x");
  }

  @Test
  void isTypedAsItWasCalled() {
    assertThat(typed("./photocat", clone)).containsExactly("./photocat");
    assertThat(typed("clone/photocat", folder)).containsExactly("clone/photocat");
    assertThat(typed("../clone/photocat", bin)).containsExactly("../clone/photocat");
    String full = clone.resolve("photocat").toString();
    assertThat(typed(full, folder)).containsExactly(full);
  }

  @Test
  void isTypedByItsNameWhereThePathHasIt() throws IOException {
    Files.createSymbolicLink(bin.resolve("photocat"), clone.resolve("photocat"));
    Files.createSymbolicLink(bin.resolve("pc"), clone.resolve("photocat"));

    // What the kernel hands a script that a shell has found on the path.
    assertThat(typed(bin.resolve("photocat").toString(), folder)).containsExactly("photocat");
    assertThat(typed(bin.resolve("pc").toString(), folder)).containsExactly("pc");
    assertThat(typed("./photocat", clone)).containsExactly("photocat");
    assertThat(typed("photocat", folder)).as("sh photocat").containsExactly("photocat");
  }

  @Test
  void isNotTypedByANameThatIsAnotherProgramsOnThePath() throws IOException {
    script(bin.resolve("photocat"), "rwxr-xr-x");

    assertThat(typed("./photocat", clone)).containsExactly("./photocat");
  }

  @Test
  void isTypedAfterAShellWhereItCannotBeRunAlone() throws IOException {
    script(clone.resolve("photocat"), "rw-r--r--");

    assertThat(typed("photocat", clone)).containsExactly("sh", "./photocat");
    assertThat(typed("clone/photocat", folder)).containsExactly("sh", "clone/photocat");
  }

  @Test
  void isCalledByItsNameWhereNoScriptHasStartedIt() {
    assertThat(typed("", clone)).containsExactly("photocat");
  }

  private List<String> typed(String called, Path current) {
    Map<String, String> environment =
        Map.of(CalledAs.VARIABLE, called, "PATH", folder.resolve("none") + ":" + bin);
    Streams streams = new Streams(Writer.nullWriter(), Writer.nullWriter());
    return CalledAs.typed(
        new ProcessEnvironment(
            environment,
            current,
            new StandardStreams(InputStream.nullInputStream(), streams, Screen.NONE, false)));
  }

  private static void script(Path file, String permissions) throws IOException {
    Files.writeString(file, "#!/bin/sh\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
