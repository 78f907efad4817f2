package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.LauncherClone.Ended;

/** The real program behind the real launcher, where it is not whole or may not do what it wants. */
final class BrokenAppTest {
  @TempDir private Path folder;

  @Test
  void saysWhichPartIsMissingInOneLine() throws Exception {
    LauncherClone clone =
        LauncherClone.in(folder).withTheRealProgram(entry -> !entry.contains("slf4j"));

    Ended ended = start(clone, "");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.data()).isEmpty();
    assertThat(ended.narration())
        .isEqualTo(
            """
            error: cannot load a part of photocat: java.lang.NoClassDefFoundError: org/slf4j/LoggerFactory
              hint: remove %s: the next start builds photocat again
            """
                .formatted(clone.home().resolve("target/app")));
  }

  /** A disk that is full, or a limit, ends a new catalogue within its headers. */
  @Test
  void leavesNoStubOfACatalogueThatItCouldNotMake() throws Exception {
    LauncherClone clone = LauncherClone.in(folder).withTheRealProgram(entry -> true);
    assertThat(start(clone, "").data()).isEqualTo("1\n1\n");

    Ended limited = start(clone, "ulimit -f 16; ");

    assertThat(limited.exitCode()).as(limited.narration()).isEqualTo(4);
    assertThat(limited.narration()).contains("File too large");
    assertThat(folder.resolve("new")).isEmptyDirectory();
    assertThat(start(clone, "").data()).isEqualTo("1\n1\n");
  }

  private static Ended start(LauncherClone clone, String preparation) throws Exception {
    return clone.run(
        """
        JAVA_HOME='%s'; rm -rf new; %s
        "$clone/photocat" --quiet --catalog new/c.duckdb -c 'CREATE TABLE t AS SELECT 1 AS "1"; FROM t'
        """
            .formatted(System.getProperty("java.home"), preparation));
  }
}
