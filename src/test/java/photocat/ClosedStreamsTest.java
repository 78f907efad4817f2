package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher gives Java three open streams, whichever of them its caller has closed. */
@EnabledOnOs(OS.LINUX)
final class ClosedStreamsTest {
  private static final String NOTHING = "/dev/null";

  @TempDir private Path folder;

  private LauncherClone clone = new LauncherClone(Path.of(""));

  /** A Java that tells what its three streams are. */
  @BeforeEach
  void install() throws IOException {
    clone = LauncherClone.in(folder).built();
    LauncherClone.program(
        folder.resolve("jdk/bin/java"),
        "(for stream in 0 1 2; do readlink /proc/$$/fd/$stream; done) >\"%s\"\n"
            .formatted(folder.resolve("streams")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', in, out, err",
    "<&-, /dev/null, out, err",
    ">&-, in, /dev/null, err",
    "2>&-, in, out, /dev/null",
    "<&- >&-, /dev/null, /dev/null, err",
    "<&- 2>&-, /dev/null, out, /dev/null",
    ">&- 2>&-, in, /dev/null, /dev/null",
    "<&- >&- 2>&-, /dev/null, /dev/null, /dev/null"
  })
  void opensWhatIsClosedToNothing(String closed, String in, String out, String err)
      throws Exception {
    Files.createFile(folder.resolve("in"));
    Process launcher =
        clone
            .builder("exec \"$clone/photocat\" status " + closed)
            .redirectInput(folder.resolve("in").toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();

    assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isZero();
    assertThat(folder.resolve("streams"))
        .hasContent(String.join("\n", place(in), place(out), place(err)));
    assertThat(folder.resolve("out")).isEmptyFile();
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  private String place(String stream) throws IOException {
    return stream.equals(NOTHING) ? NOTHING : folder.toRealPath().resolve(stream).toString();
  }
}
