package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.shell.Screen;
import photocat.shell.Streams;

final class DemoTest {
  @TempDir private Path folder;
  private StringWriter data = new StringWriter();
  private StringWriter narration = new StringWriter();
  private Map<String, String> environment = Map.of();

  @Test
  void doesTheWholeMainJobTwice() throws IOException {
    assertThat(runDemo()).as(narration.toString()).isZero();
    String first = withoutPort(data.toString());
    List<String> firstFiles = photos();

    assertThat(runDemo()).as(narration.toString()).isZero();

    assertThat(narration.toString())
        .contains("11 spellings: 9 matched, 1 ambiguous, 1 unmatched")
        .contains("11 spellings: 11 matched, 0 ambiguous, 0 unmatched")
        .contains("manifest demo: 45 photos of 10 taxa")
        .contains("1 row could not be loaded")
        .doesNotContain("error:");
    assertThat(first)
        .contains("$ photocat ingest inat-open-data --from catalog/demo/sample/inat-open-data\n")
        .contains(",gone,")
        .contains("Try next:");
    assertThat(firstFiles).hasSize(44).allMatch(name -> name.matches(".*_medium\\.jpe?g"));
    assertThat(photos()).isEqualTo(firstFiles);
    assertThat(folder.resolve("catalog/demo/attribution.csv")).exists();
    assertThat(folder.resolve("catalog")).isDirectoryNotContaining("glob:**.duckdb");
  }

  @Test
  void keepsWhatOthersPutIntoItsFolder() throws IOException {
    assertThat(runDemo()).as(narration.toString()).isZero();
    Path mine = Files.writeString(folder.resolve("catalog/demo/thesis.txt"), "years of work");
    Path photo = Files.writeString(folder.resolve("catalog/demo/photos/mine.jpg"), "mine");

    assertThat(runDemo()).as(narration.toString()).isZero();

    assertThat(mine).hasContent("years of work");
    assertThat(photo).hasContent("mine");
  }

  @Test
  void keepsItsCatalogueWhereTheUserGoesOnInIt() {
    assertThat(runDemo()).as(narration.toString()).isZero();
    String catalog = folder.resolve("catalog/demo/photocat.duckdb").toString();
    String mine =
        "CREATE TABLE mine AS SELECT 42 AS answer; CREATE SCHEMA s; CREATE VIEW s.v AS FROM mine;";
    assertThat(run("--catalog", catalog, "-c", mine)).isZero();
    assertThat(run("--catalog", catalog, "manifest", "build", "thesis")).isZero();

    assertThat(runDemo()).isEqualTo(2);

    assertThat(narration.toString())
        .isEqualTo(
            """
            error: cannot run the demo in %s: photocat.duckdb holds what no demo put there: table mine, view s.v, manifest thesis
              hint: choose another folder with --out DIR
            """
                .formatted(folder.resolve("catalog/demo")));
    assertThat(run("--catalog", catalog, "-c", "FROM mine")).isZero();
  }

  @Test
  void leavesAFolderAloneThatIsNotItsOwn() throws IOException {
    Path mine = Files.writeString(folder.resolve("thesis.txt"), "years of work");

    int exitCode = run("demo", "--out", folder.toString());

    assertThat(exitCode).isEqualTo(2);
    assertThat(narration.toString())
        .isEqualTo(
            """
            error: cannot run the demo in %s: the folder is not empty, and not of an earlier demo
              hint: choose another folder with --out DIR
            """
                .formatted(folder));
    assertThat(mine).hasContent("years of work");
  }

  @Test
  void saysSoWhenItsFolderCannotBeWritten() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "not a folder");

    int exitCode = run("demo", "--out", text.resolve("demo").toString());

    assertThat(exitCode).isEqualTo(1);
    assertThat(narration.toString()).startsWith("error: cannot write the folder of the demo ");
  }

  @Test
  void endsWithThreeWherePhotosAreMissing() {
    environment = Map.of("PHOTOCAT_FETCH_MAX_PHOTO_BYTES", "10000");

    int exitCode = run("demo", "--out=./-x");

    assertThat(exitCode).isEqualTo(3);
    assertThat(narration.toString())
        .contains("failed (too_large)")
        .containsPattern("error: the demo ends here: \\d+ of 44 photos came\n")
        .endsWith("  hint: 'photocat --catalog ./-x/photocat.duckdb run failures' says why\n");
    assertThat(data.toString()).endsWith("medium.jpg\n").doesNotContain("Try next:");
  }

  @Test
  void endsWithTheCodeOfACommandThatFails() throws IOException {
    Path recipes = Files.createDirectories(folder.resolve("sql/recipes"));
    Files.writeString(
        recipes.resolve("coverage.sql"), "-- @title Mine\n-- @tags t\nSELECT nope;\n");

    int exitCode = runDemo();

    assertThat(exitCode).isEqualTo(1);
    assertThat(narration.toString())
        .endsWith("error: the demo ends here: 'photocat run coverage' ended with 1, not 0\n");
    assertThat(data.toString()).endsWith("$ photocat run coverage\n");
  }

  @Test
  void takesItsOwnSampleAndAFolderThatLooksLikeAHome() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("catalog/sample"));
    Files.writeString(mine.resolve("species.csv"), "scientific_name\nBellis perennis\n");

    assertThat(run("demo", "--out", "./~root")).as(narration.toString()).isZero();

    assertThat(folder.resolve("~root/attribution.csv")).exists();
  }

  private int runDemo() {
    return run("demo");
  }

  private int run(String... arguments) {
    data = new StringWriter();
    narration = new StringWriter();
    StandardStreams standard =
        new StandardStreams(
            InputStream.nullInputStream(), new Streams(data, narration), Screen.NONE, false);
    Map<String, String> whole = new HashMap<>(environment);
    whole.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return Run.of(new ProcessEnvironment(whole, folder, standard), new Cancellation(), arguments);
  }

  private static String withoutPort(String transcript) {
    return transcript.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1");
  }

  private List<String> photos() throws IOException {
    Path root = folder.resolve("catalog/demo/photos");
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .forEach(names::add);
    }
    return names;
  }
}
