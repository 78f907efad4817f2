package photocat.catalog.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

final class RecipeTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  @Test
  void bindsEachNameOnceInTheOrderOfUse() {
    Recipe recipe =
        recipe("SELECT $b, $a, $b;", "a text", "b int = 7 min 1 max 9  Seven unless told");

    BoundRecipe bound = recipe.bind(Map.of("a", "x"), TODAY);

    assertThat(bound.statement()).isEqualTo("SELECT $1, $2, $1");
    assertThat(bound.values()).containsExactly(7, "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date|today-30d|2026-10-21",
        "date|today|2026-11-20",
        "date|2024-02-29|2024-02-29",
        "timestamp|2024-02-29|2024-02-29T00:00:00Z",
        "timestamp|2024-02-29T10:00+14:00|2024-02-28T20:00:00Z",
        "timestamp|2024-02-29T10:00|2024-02-29T10:00:00Z",
        "long|-9000000000|-9000000000",
        "double|1.5|1.5",
        "bool|true|true",
        "text[]|a, b|[a, b]",
        "int[]|1,2|[1, 2]",
        "path|./a b.csv|./a b.csv",
      })
  void readsValuesOfEachType(String type, String given, String expected) {
    BoundRecipe bound = recipe("SELECT $x", "x " + type).bind(Map.of("x", given), TODAY);

    assertThat(bound.values()).hasSize(1);
    assertThat(String.valueOf(bound.values().get(0))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM read_csv($p)|path|http://h/x.csv",
        "SELECT $p|path|s3://b/x.csv",
        "FROM read_parquet($p)|text|HTTPS://h/x",
        "FROM read_csv([concat($p, 1)])|text|gs://b/x",
        "FROM read_json($p)|text[]|a.json, hf://x.json",
        "SELECT * FROM t JOIN read_text($p) ON true|path?|http://h",
      })
  void takesNoAddressForAFileWithoutWrites(String sql, String type, String given) {
    assertThatThrownBy(() -> recipe(sql, "p " + type).bind(Map.of("p", given), TODAY))
        .isInstanceOfSatisfying(
            PhotocatException.class, e -> assertThat(e.kind()).isEqualTo(ExitStatus.USAGE))
        .hasMessageEndingWith("'%s' is on the network, and there is no @writes", given);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT $p|text|http://h/x.csv",
        "FROM read_csv('x.csv') WHERE url = $p|text|http://h/x",
        "FROM read_csv($p)|path|file:///x.csv",
        "FROM read_csv($p)|path|/x/http.csv",
      })
  void takesAddressesThatItDoesNotRead(String sql, String type, String given) {
    assertThat(recipe(sql, "p " + type).bind(Map.of("p", given), TODAY).values())
        .containsExactly(given);
  }

  @Test
  void bindsNullForWhatIsLeftOutOrEmpty() {
    Recipe recipe = recipe("SELECT $x, $y", "x text?", "y int? = 3");

    assertThat(recipe.bind(Map.of("y", ""), TODAY).values()).containsExactly(null, null);
    assertThat(recipe.bind(Map.of(), TODAY).values()).containsExactly(null, 3);
  }

  @Test
  void keepsTheEmptyTextOfAParameterThatIsNotOptional() {
    assertThat(recipe("SELECT $x", "x text").bind(Map.of("x", ""), TODAY).values())
        .containsExactly("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limt=5|it has no parameter 'limt'; did you mean limit",
        "zzz=5|it has no parameter 'zzz'",
        "limit=0|limit is 0, must be 1 or more",
        "limit=11|limit is 11, must be 10 or less",
        "limit=five|limit is 'five', must be a whole number",
        "limit=|limit is '', must be a whole number",
        "grade=casual|grade is 'casual', must be one of research, needs_id",
        "since=soon|since is 'soon', must be a day such as 2026-01-31, today or today-30d",
      })
  void refusesWrongValuesAndListsTheParameters(String argument, String fault) {
    Recipe recipe =
        recipe(
            "SELECT $limit, $grade, $since",
            "limit int = 5 min 1 max 10",
            "grade text = research in (research, needs_id)",
            "since date = today");

    assertThatThrownBy(() -> recipe.bind(RecipeArguments.parse(List.of(argument)), TODAY))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
              assertThat(failure.message()).isEqualTo("cannot run recipe test: " + fault);
              assertThat(failure.hint())
                  .contains(
                      "test takes limit int = 5 min 1 max 10; grade text = research in (research,"
                          + " needs_id); since date = today");
            });
  }

  @Test
  void refusesToRunWithoutARequiredValue() {
    assertThatThrownBy(() -> recipe("SELECT $x, $y", "x text", "y int").bind(Map.of(), TODAY))
        .hasMessage("cannot run recipe test: it needs a value for x, y");
  }

  @ParameterizedTest
  @CsvSource({
    "taxon, cannot read 'taxon' as a parameter; expected key=value",
    "=5, cannot read '=5' as a parameter; expected key=value"
  })
  void refusesWordsThatAreNoArguments(String word, String fault) {
    assertThatThrownBy(() -> RecipeArguments.parse(List.of(word)))
        .hasMessage(fault.replace(';', ','));
  }

  @Test
  void refusesAnArgumentGivenTwice() {
    assertThatThrownBy(() -> RecipeArguments.parse(List.of("a=1", "a=2")))
        .hasMessage("parameter a is given twice");
  }

  @Test
  void runsWithValuesOfEveryType() {
    Recipe recipe =
        recipe(
            """
            SELECT $day + 1, $moment, $words[2], list_sum($numbers), $half / 2, NOT $truth
            WHERE list_contains($numbers, 3) AND len($none) = 0
            """,
            "day date",
            "moment timestamp",
            "words text[]",
            "numbers int[]",
            "none int[]",
            "half double",
            "truth bool");
    Rows rows = new Rows();
    try (Catalog catalog = NewCatalog.inMemory();
        Session session = catalog.openSession()) {
      recipe
          .bind(
              RecipeArguments.parse(
                  List.of(
                      "day=today",
                      "moment=today",
                      "words=a,b",
                      "numbers=1,3",
                      "none=",
                      "half=1",
                      "truth=true")),
              TODAY)
          .run(session, rows);
    }

    assertThat(rows.rows).hasSize(1);
    assertThat(rows.rows.get(0).toString())
        .isEqualTo("[2026-11-21, 2026-11-20T00:00Z, b, 4, 0.5, false]");
  }

  @Test
  void namesFileAndLineWhenDuckDbRefuses() {
    Recipe recipe = recipe("SELECT nonsense", new String[0]);
    try (Catalog catalog = NewCatalog.inMemory();
        Session session = catalog.openSession()) {
      assertThatThrownBy(() -> recipe.bind(Map.of(), TODAY).run(session, new Rows()))
          .hasMessageStartingWith("recipe test (test.sql, line 2 on): Binder Error");
    }
  }

  /** A full disk, for example: it is not the catalogue's. */
  @Test
  void leavesTheFailureOfWhoeverTakesItsRowsAsItIs() {
    PhotocatException full =
        PhotocatException.of(
            ExitStatus.FAILED, "cannot write the output: full", new IOException("No space left"));
    Rows noRoom =
        new Rows() {
          @Override
          public boolean row(List<@Nullable Object> values) {
            throw full;
          }
        };
    for (String origin : List.of("test.sql", RecipeBook.BUNDLED)) {
      Recipe recipe = RecipeReader.read("test", origin, "-- @title A test\nSELECT 1");
      try (Catalog catalog = NewCatalog.inMemory();
          Session session = catalog.openSession()) {
        assertThatThrownBy(() -> recipe.bind(Map.of(), TODAY).run(session, noRoom))
            .as(origin)
            .isSameAs(full);
      }
    }
  }

  private static Recipe recipe(String sql, String... parameters) {
    StringBuilder text = new StringBuilder("-- @title A test\n");
    for (String parameter : parameters) {
      text.append("-- @param ").append(parameter).append('\n');
    }
    return RecipeReader.read("test", "test.sql", text + sql);
  }

  private static class Rows implements RowSink {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    @Override
    public void columns(List<Column> columns) {}

    @Override
    public boolean row(List<@Nullable Object> values) {
      rows.add(new ArrayList<>(values));
      return true;
    }
  }
}
