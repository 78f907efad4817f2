package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ~} is the home folder in whatever takes a path, which {@code $HOME} names. */
final class HomeFolderTest {
  @TempDir private Path folder;
  private Path home;
  private WholeRun photocat;

  @BeforeEach
  void liveAtHome() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    photocat = new WholeRun(folder).with("HOME", home.toString());
  }

  @Test
  void theCatalogueMayLieThere() {
    photocat.with("PHOTOCAT_CATALOG", "~/of the environment.duckdb");

    String kept = "CREATE TABLE kept (n INT)";
    assertThat(run("-c", kept)).isZero();
    assertThat(run("--catalog", "~/of-the-flag.duckdb", "-c", kept)).isZero();
    assertThat(run("--catalog=~/again.duckdb", "-c", kept)).isZero();

    assertThat(home.resolve("of the environment.duckdb")).exists();
    assertThat(home.resolve("of-the-flag.duckdb")).exists();
    assertThat(home.resolve("again.duckdb")).exists();
    assertThat(folder.resolve("~")).doesNotExist();
  }

  @Test
  void scriptsAreReadAndResultsWrittenThere() throws Exception {
    Files.writeString(home.resolve("inner.sql"), "SELECT 7 AS seven;\n");
    Files.writeString(home.resolve("outer.sql"), ".once ~/x.csv\n.read ~/inner.sql\n");

    assertThat(run("--catalog=:memory:", "-f", "~/outer.sql")).as(said()).isZero();

    assertThat(home.resolve("x.csv")).hasContent("seven\n7");
  }

  @Test
  void theSettingsLieThereWhateverThePasswordFileSays() throws Exception {
    photocat.with("XDG_CONFIG_HOME", "");
    Path settings = home.resolve(".config/photocat/settings.properties");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "catalog.threads = 3\n");

    assertThat(run("settings", "--mode=csv")).isZero();

    assertThat(photocat.data()).contains("catalog.threads,3," + settings + ":1,");
  }

  @Test
  void aRecipeIsGivenFilesThere() throws Exception {
    Path recipes = Files.createDirectories(folder.resolve("sql/recipes"));
    Files.writeString(
        recipes.resolve("lines.sql"),
        "-- @title Lines\n-- @param file path A file\nSELECT column0 AS line FROM read_csv($file, header = false);\n");
    Files.writeString(home.resolve("x.txt"), "hello\n");

    assertThat(run("--catalog=:memory:", "run", "lines", "file=~/x.txt")).as(said()).isZero();

    assertThat(photocat.data()).isEqualTo("line\nhello\n");
  }

  /** The words of each are cut at blanks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--catalog ~nosuchuser/c.duckdb status",
        "-f ~nosuchuser/x.sql",
        "--init ~nosuchuser/x.sql -f -",
        "collect ~nosuchuser/list.csv --out out",
        "collect list.csv --out ~nosuchuser/out",
        "collect list.csv --out out --root ~nosuchuser/photos",
        "demo --out ~nosuchuser/demo",
        "download rebuild m --root ~nosuchuser/photos",
        "download retry m --root ~nosuchuser/photos",
        "download start m --root=~nosuchuser/photos",
        "export attribution m --out ~nosuchuser/x.csv",
        "ingest inat-open-data --from ~nosuchuser/bundle",
        "override load ~nosuchuser/x.csv",
        "recipe check ~nosuchuser/x.sql",
        "shortlist load ~nosuchuser/x.csv",
        "shortlist names ~nosuchuser/x.csv --source s",
        "catalog copy ~nosuchuser/copy.duckdb",
        "verify m --root ~nosuchuser/photos",
        "-c .read|~nosuchuser/x.sql",
        "-c .output|~nosuchuser/x.csv",
        "-c .once|~nosuchuser/x.csv",
      })
  void anUnknownUserIsTold(String words) {
    photocat.with("PHOTOCAT_CATALOG", ":memory:");
    String[] arguments = words.split(" ");
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].replace('|', ' ');
    }

    assertThat(run(arguments)).as(said()).isEqualTo(2);

    assertThat(said()).startsWith("error: ").contains("~nosuchuser: there is no such user\n");
  }

  private String said() {
    return photocat.narration();
  }

  private int run(String... arguments) {
    return photocat.of(arguments);
  }
}
