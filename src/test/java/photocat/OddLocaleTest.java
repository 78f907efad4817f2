package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.LauncherClone.Ended;

/**
 * The real program behind the real launcher, in locales that are not UTF-8, or not installed:
 * nowhere is called xx_XX.
 */
final class OddLocaleTest {
  @TempDir private static Path folder;
  private static LauncherClone clone = new LauncherClone(Path.of(""));

  /** One for all, so that the classes are kept only once. */
  @BeforeAll
  static void useTheRealProgram() throws Exception {
    clone = LauncherClone.in(folder).withTheRealProgram(entry -> true);
    clone.run("mkdir 'Ordner 漢字'; mv \"$clone\" 'Ordner 漢字/Äpfel'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unset LANG",
        "LANG=C",
        "LANG=POSIX",
        "LANG=xx_XX.UTF-8",
        "LANG=xx_XX",
        "LC_ALL=xx_XX.UTF-8",
        "LC_ALL=C",
        "LC_CTYPE=UTF-8",
        "LC_CTYPE=xx_XX.UTF-8",
        "LC_TIME=xx_XX.UTF-8",
        "LANG=xx_XX.UTF-8 LC_CTYPE=C.UTF-8",
        "LC_ALL= LC_CTYPE= LANG="
      })
  void whatGoesInComesOut(String locale) throws Exception {
    Ended ended =
        clone.run(
            """
            cd 'Ordner 漢字'; rm -f Käse.duckdb Fuß.csv; JAVA_HOME='%s'
            echo "SELECT 'Größe' AS f" > Größe.sql
            PHOTOCAT_CATALOG=Käse.duckdb PHOTOCAT_JAVA_OPTIONS=-XX:TieredStopAtLevel=1
            export PHOTOCAT_CATALOG PHOTOCAT_JAVA_OPTIONS LANG LC_ALL LC_CTYPE LC_TIME
            %s
            echo "SELECT 'Straße' AS s; .once 'Fuß.csv'\nSELECT 'Maß' AS o" |
              Äpfel/photocat --quiet --mode tsv -c "CREATE TABLE t AS SELECT 'Müller 🐝' AS a; FROM t" -f Größe.sql -f -
            cat Fuß.csv; ls Käse.duckdb
            """
                .formatted(System.getProperty("java.home"), locale));

    assertThat(ended.narration()).isEmpty();
    assertThat(ended.data()).isEqualTo("a\nMüller 🐝\nf\nGröße\ns\nStraße\no\nMaß\nKäse.duckdb\n");
  }
}
