package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.LauncherClone.Ended;

/**
 * Which locale the launcher starts Java in. Nowhere is called xx_XX, so no machine has that one.
 */
final class LauncherLocaleTest {
  @TempDir private Path folder;
  private LauncherClone clone = new LauncherClone(Path.of(""));

  @BeforeEach
  void makeClone() throws IOException {
    clone = LauncherClone.in(folder).built();
  }

  @Test
  void leavesAGoodLocaleAlone() throws Exception {
    assertThat(localeGiven("LANG=C.UTF-8")).isEqualTo("LANG=C.UTF-8");
    assertThat(localeGiven("LANG=C LC_CTYPE=C.UTF-8")).isEqualTo("LANG=C LC_CTYPE=C.UTF-8");
  }

  /** The language of messages stays, where it is one that the machine has. */
  @Test
  void changesAsLittleAsHelps() throws Exception {
    assertThat(localeGiven("LANG=C")).isEqualTo("LANG=C LC_CTYPE=C.UTF-8");
    assertThat(localeGiven("LANG=xx_XX.UTF-8")).isEqualTo("LANG=xx_XX.UTF-8 LC_ALL=C.UTF-8");
    assertThat(localeGiven("LC_ALL=C LANG=C")).isEqualTo("LANG=C LC_ALL=C.UTF-8");
    assertThat(localeGiven("LANG=C.utf8 LC_TIME=xx_XX")).contains("LC_ALL=C.utf8");
  }

  @Test
  void worksWhereThereIsNoProgramThatKnowsLocales() throws Exception {
    String given =
        localeGiven("mkdir tools; ln -s $(command -v env) tools; PATH=$PWD/tools LANG=C");

    assertThat(given).isEqualTo("LANG=C LC_ALL=C.UTF-8");
  }

  @Test
  void saysThatNoLocaleHelps() throws Exception {
    LauncherClone.program(folder.resolve("bin/locale"), "echo ANSI_X3.4-1968\n");

    Ended ended = clone.run("\"$clone/photocat\" x");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.narration())
        .isEqualTo(
            """
            error: no UTF-8 locale is installed here, and without one Java cannot read names beyond ASCII
              hint: install one, such as C.UTF-8 or en_US.UTF-8
            """);
  }

  /** Returns the variables of the locale that Java is started with. */
  private String localeGiven(String locale) throws Exception {
    LauncherClone.program(folder.resolve("jdk/bin/java"), "exec env\n");
    assumeThat(clone.run("locale -a").data()).contains("C.utf8");
    Ended ended =
        clone.run("export LANG LC_ALL LC_CTYPE LC_TIME\n" + locale + "\n\"$clone/photocat\" x");
    return ended
        .data()
        .lines()
        .filter(line -> line.matches("(LANG|LC_[A-Z]+)=.+"))
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
