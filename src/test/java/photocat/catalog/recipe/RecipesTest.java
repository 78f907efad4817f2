package photocat.catalog.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.SmallCatalog;
import photocat.catalog.SmallCatalog.TextRows;

/** The recipes that are shipped, run against an empty catalogue and against a small one. */
final class RecipesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final Pattern ARGUMENT = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S*))");

  private final RecipeBook book = RecipeBook.load(List.of());
  private final Catalog catalog = NewCatalog.inMemory();
  private final Session session = catalog.openSession();

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  static List<String> names() {
    return BundledRecipes.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasTagsAndAnExampleThatRunsOnAnEmptyCatalogue(String name) {
    Recipe recipe = book.require(name);

    assertThat(recipe.tags()).isNotEmpty();
    assertThat(recipe.examples()).isNotEmpty();
    assertThat(recipe.parameters()).allSatisfy(p -> assertThat(p.doc()).isNotEmpty());
    for (String example : recipe.examples()) {
      assertThat(rows(name, arguments(example))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"coverage", "qa", "missing", "licenses", "progress", "checks"})
  void refusesAManifestThatIsNotThere(String name) {
    assertThatThrownBy(() -> rows(name, Map.of("manifest", "o'none")))
        .hasMessageEndingWith("no manifest is called 'o'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qa", "missing", "licenses", "progress", "checks", "credits"})
  void findsNothingInAManifestWithoutPhotos(String name) {
    SmallCatalog.fill(session);

    assertThat(rows(name, Map.of("manifest", "first"))).isEmpty();
  }

  @Test
  void ambiguousListsEveryTaxonThatFits() {
    SmallCatalog.fill(session);

    assertThat(rows("ambiguous", Map.of()))
        .containsExactly(
            "Oenanthe|10|Oenanthe|genus|true|Animalia > Aves|inat-open-data",
            "Oenanthe|11|Oenanthe|genus|true|Plantae|inat-open-data");
    assertThat(rows("ambiguous", Map.of("source", "duke"))).isEmpty();
  }

  @Test
  void unmatchedTellsWhichTaxaAnotherSpellingRescues() {
    SmallCatalog.fill(session);

    assertThat(rows("unmatched", Map.of()))
        .containsExactly(
            "Nomen falsum|||false|accepted|k4|Nomen falsum|inat-open-data",
            "Apis melifera|||true|duke|k1|Apis mellifera|inat-open-data");
  }

  @Test
  void unmatchedNamesOddCharactersByTheirCodePoints() {
    SmallCatalog.fill(session);
    session.execute(
        "UPDATE matches SET original_name = 'Nome\u00adn f\u0430l\u00adsum', reason = 'why' WHERE taxon_key = 'k4'",
        List.of(),
        new TextRows());

    assertThat(rows("unmatched", Map.of("source", "accepted")))
        .containsExactly(
            "Nome\u00adn f\u0430l\u00adsum|why|U+00AD U+0430|false|accepted|k4|Nomen falsum|inat-open-data");
  }

  @Test
  void coverageListsTaxaWithoutAPhotoToo() {
    SmallCatalog.fill(session);

    assertThat(rows("coverage", Map.of()))
        .containsExactly(
            "k1|Apis mellifera|3|1|100",
            "k2|Bellis perennis|2|2|400",
            "k4|Nomen falsum|0|0|",
            "k3|Oenanthe|0|0|");
    assertThat(rows("coverage", Map.of("min", "2"))).containsExactly("k2|Bellis perennis|2|2|400");
  }

  @Test
  void gapsSayWhyPhotosAreLacking() {
    SmallCatalog.fill(session);

    assertThat(rows("gaps", Map.of("least", "3")))
        .containsExactly(
            "k4|Nomen falsum|0|3|name is unmatched",
            "k3|Oenanthe|0|3|name is ambiguous",
            "k2|Bellis perennis|2|1|too few photos fit");
    assertThat(rows("gaps", Map.of("least", "1", "manifest", "first")))
        .contains("k1|Apis mellifera|0|1|no photo fits");
  }

  @Test
  void qaComparesExpectedWithFound() {
    SmallCatalog.fill(session);

    assertThat(rows("qa", Map.of()))
        .containsExactly(
            "k1|Apis mellifera|apis_mellifera|3|1|-2|0",
            "k2|Bellis perennis|bellis_perennis|2|1|-1|1");
  }

  @Test
  void failuresAreSummedUpByHostAndReason() {
    SmallCatalog.fill(session);

    assertThat(rows("failures", Map.of()))
        .containsExactly(
            "photos.example:8080|failed|server_error|503|1|2026-11-02T14:00:04Z"
                + "|https://photos.example:8080/103/large.jpg",
            "photos.example:8080|gone|not_found|404|1|2026-11-02T14:00:02Z"
                + "|https://photos.example:8080/102/large.jpg");
  }

  @Test
  void missingListsEveryPhotoThatIsNotThere() {
    SmallCatalog.fill(session);

    assertThat(rows("missing", Map.of()))
        .containsExactly(
            "Apis mellifera|apis_mellifera/102_large.jpg|gone|not_found|404|1"
                + "|https://photos.example:8080/102/large.jpg",
            "Apis mellifera|apis_mellifera/103_large.jpg|failed|server_error|503|2"
                + "|https://photos.example:8080/103/large.jpg");
    assertThat(rows("missing", Map.of("taxon", "Bellis perennis"))).isEmpty();
  }

  @Test
  void progressCountsPhotosAndBytesByState() {
    SmallCatalog.fill(session);

    assertThat(rows("progress", Map.of()))
        .containsExactly(
            "best|done|2|40.0|200|0|",
            "best|adopted|1|20.0|300|0|",
            "best|failed|1|20.0||0|",
            "best|gone|1|20.0||0|",
            "best|all|5|100.0|500|0|");
  }

  @Test
  void licensesCountPhotosAndBytes() {
    SmallCatalog.fill(session);

    assertThat(rows("licenses", Map.of()))
        .containsExactly(
            "CC-BY|3|2|1|300|https://creativecommons.org/licenses/by/4.0/",
            "CC0|2|2|2|200|https://creativecommons.org/publicdomain/zero/1.0/");
  }

  @Test
  void creditsNameTheOwnerOfEachPhotoThatIsThere() {
    SmallCatalog.fill(session);

    assertThat(rows("credits", Map.of("taxon", "Bellis perennis")))
        .containsExactly(
            "bellis_perennis/104_large.jpg|(c) ann, CC-BY|CC-BY"
                + "|https://creativecommons.org/licenses/by/4.0/"
                + "|https://photos.example:8080/104/large.jpg",
            "bellis_perennis/101_large.jpg|(c) ann, CC0|CC0"
                + "|https://creativecommons.org/publicdomain/zero/1.0/"
                + "|https://photos.example:8080/101/large.jpg");
  }

  /** DuckDB 2.0.0 sorted the sum in the narrow type of the sizes, and so said 12143. */
  @Test
  void aSumThatIsSortedIsNotCutToTheTypeOfWhatWasSummed() {
    for (String sql :
        List.of(
            "INSERT INTO manifests VALUES (1, 'm', '{}', 1, 1, 5, now())",
            "INSERT INTO manifest_photos BY NAME SELECT 1 AS manifest_id, range AS file_id, 'k' AS taxon_key,"
                + " 'n' AS scientific_name, 'n' AS original_name, 'accepted' AS name_source, 's' AS slug,"
                + " 's/' || range AS file_name, range AS rank, 'inat-open-data' AS source, range AS photo_id,"
                + " 'https://h/' || range AS url, 'CC0' AS license, 'c' AS credit FROM range(1, 6)",
            "INSERT INTO download_events SELECT 1, 1, range, 'done', 1, 200, NULL, 12000 + range, NULL, NULL, NULL,"
                + " NULL, NULL, 3000 + range, 3100 + range, now(), NULL FROM range(1, 6)")) {
      session.execute(sql, List.of(), new TextRows());
    }

    assertThat(rows("hosts", Map.of())).singleElement().asString().contains("|60015|");
  }

  @Test
  void largestSortsByBytesOrPixels() {
    SmallCatalog.fill(session);

    assertThat(rows("largest", Map.of("limit", "1")))
        .containsExactly("bellis_perennis/104_large.jpg|Bellis perennis|300|5|5|jpeg");
    assertThat(rows("largest", Map.of("by", "pixels", "limit", "1")))
        .containsExactly("apis_mellifera/101_large.jpg|Apis mellifera|100|20|10|jpeg");
  }

  @Test
  void newestShowsWhatLandedLast() {
    SmallCatalog.fill(session);

    assertThat(rows("newest", Map.of("limit", "1")))
        .containsExactly(
            "2026-11-02T14:00:06Z|bellis_perennis/101_large.jpg|Bellis perennis|100|20|10|");
  }

  @Test
  void duplicatesFindTheSameBytesUnderSeveralNames() {
    SmallCatalog.fill(session);

    assertThat(rows("duplicates", Map.of()))
        .containsExactly(
            "6162|2|100|101|apis_mellifera/101_large.jpg, bellis_perennis/101_large.jpg");
  }

  @Test
  void checksListTheFindingsOfTheLastVerify() {
    SmallCatalog.fill(session);

    assertThat(rows("checks", Map.of()))
        .containsExactly(
            "extra|bellis_perennis/stray.jpg|||7|2026-11-02T15:00Z",
            "truncated|bellis_perennis/104_large.jpg|Bellis perennis|300|250|2026-11-02T15:00Z");
  }

  @Test
  void rejectsSumUpTheNewestSnapshotAndTheShortlist() {
    SmallCatalog.fill(session);

    assertThat(rows("rejects", Map.of()))
        .containsExactly(
            "photos.csv|photo_id is no number|2|4|x4",
            "list.csv|no name|1|5|",
            "taxa.csv|too few columns|1|3|x3");
  }

  @Test
  void theRecipeOfTheHowToGuideRuns() throws IOException {
    String guide = Files.readString(Path.of("docs/how-to/write-a-recipe.md"));
    int start = guide.indexOf("```sql") + "```sql".length();
    String text = guide.substring(start, guide.indexOf("```", start));
    SmallCatalog.fill(session);
    TextRows rows = new TextRows();

    RecipeReader.read("prolific", "guide", text)
        .bind(Map.of("least", "3"), TODAY)
        .run(session, rows);

    assertThat(rows.rows).containsExactly("ann|5");
  }

  private List<String> rows(String name, Map<String, String> given) {
    SmallCatalog.sumUp(session);
    TextRows rows = new TextRows();
    book.require(name).bind(given, TODAY).run(session, rows);
    return rows.rows;
  }

  /** The shell takes quotes away before a recipe sees its arguments. */
  private static Map<String, String> arguments(String example) {
    List<String> words = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(example);
    while (argument.find()) {
      String quoted = argument.group(2);
      words.add(argument.group(1) + "=" + (quoted == null ? argument.group(3) : quoted));
    }
    return RecipeArguments.parse(words);
  }
}
