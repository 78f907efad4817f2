package photocat.catalog.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class RecipeReaderTest {
  private static final String WHOLE =
      """
      -- Plain comments are for the next reader of the file.
      -- @title   Newest observations of a taxon
      -- @doc     Research grade unless told otherwise.
      -- @doc     Another line.
      -- @param   taxon  text                       Scientific name
      -- @param   since  date = today-30d           First day
      -- @param   grade  text = research in (research, needs_id)  Grade
      -- @param   limit  int  = 50 min 1 max 10000  Rows
      -- @param   place  text?                      Place; left out = everywhere
      -- @mode    line
      -- @tags    browse, photos
      -- @example taxon="Apis mellifera" limit=5

      SELECT $taxon, '$not_one', $since -- $neither
      WHERE $grade = 'a' AND ($place IS NULL OR $place = 'b')
      LIMIT $limit;
      """;

  @Test
  void readsEveryKeyOfTheHeader() {
    Recipe recipe = RecipeReader.read("newest", "newest.sql", WHOLE);

    assertThat(recipe.title()).isEqualTo("Newest observations of a taxon");
    assertThat(recipe.doc()).isEqualTo("Research grade unless told otherwise.\nAnother line.");
    assertThat(recipe.mode()).contains("line");
    assertThat(recipe.tags()).containsExactly("browse", "photos");
    assertThat(recipe.examples()).containsExactly("taxon=\"Apis mellifera\" limit=5");
    assertThat(recipe.firstLine()).isEqualTo(14);
    assertThat(recipe.statement()).startsWith("SELECT $taxon").endsWith("LIMIT $limit");
    assertThat(recipe.parameters())
        .extracting(RecipeParameter::declaration)
        .containsExactly(
            "taxon text",
            "since date = today-30d",
            "grade text = research in (research, needs_id)",
            "limit int = 50 min 1 max 10000",
            "place text?");
    assertThat(recipe.parameters().get(3))
        .isEqualTo(
            new RecipeParameter(
                "limit",
                ParameterType.INT,
                false,
                Optional.of("50"),
                List.of(),
                Optional.of(BigDecimal.ONE),
                Optional.of(new BigDecimal("10000")),
                "Rows"));
    assertThat(recipe.parameters().get(0).isRequired()).isTrue();
    assertThat(recipe.parameters().get(4).isRequired()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-- @titel x;|1|unknown key @titel, expected one of @title, @doc, @param, @mode, @tags, @example, @writes",
        "-- @title;|1|@title is empty",
        "-- @title a;-- @title b|2|@title is given twice",
        "-- @title a;-- @mode loud|2|@mode is 'loud', must be one of table, box, line, markdown, csv, tsv, json,"
            + " jsonl, none",
        "-- @title a;-- @param x texts|2|@param x has the unknown type texts, expected one of text, int, long,"
            + " double, bool, date, timestamp, text[], int[], path",
        "-- @title a;-- @param X|2|@param 'X' does not read as: name type[?] [= default] [in (a, b)] [min x]"
            + " [max y] doc",
        "-- @title a;-- @param x text;-- @param x int|3|@param x is declared twice",
        "-- @title a;-- @param x int = many|2|@param default of x is 'many', must be a whole number",
        "-- @title a;-- @param x int = 0 min 1|2|@param default of x is 0, must be 1 or more",
        "-- @title a;-- @param x text min 1|2|@param x is text, which takes no min and max",
        "-- @title a;-- @param x int in (1, b)|2|@param choice of x is 'b', must be a whole number",
        "-- @title a;-- @param x int = 3 in (1, 2)|2|@param default of x is '3', must be one of 1, 2",
        "-- @title a;-- @param x int min 3 max 1|2|@param x has min 3 above max 1",
        "-- @title a;-- @param x int max 3 min 1|2|@param 'x int max 3 min 1' does not read as: name type[?]"
            + " [= default] [in (a, b)] [min x] [max y] doc",
        "-- @title a;-- @param x text in (a, b  One|2|@param 'x text in (a, b  One' does not read as: name type[?]"
            + " [= default] [in (a, b)] [min x] [max y] doc",
        "-- @title a;-- @param x int;-- @example other=1;SELECT $x|3|@example does not run: it has no parameter"
            + " 'other'",
        "-- @title a;-- @param x int;-- @example;SELECT $x|3|@example does not run: it needs a value for x",
        "-- @title a;-- @example x;SELECT 1|2|@example does not run: cannot read 'x' as a parameter, expected"
            + " key=value",
        "-- @title a;-- @param x text;SELECT 1|2|@param x is declared, but $x is not used",
        "-- @title a;SELECT 1,;    $x|3|$x is used, but no @param declares it",
        "-- @title a;SELECT 1,;    $1|3|parameter $1 has no name, write $name",
        "-- @title a;SELECT ?|2|parameter ? has no name, write $name",
        "-- @doc a;SELECT 1|1|it has no @title",
        "-- @title a|1|it has no statement",
      })
  void namesFileLineAndKeyOfAFault(String lines, int line, String fault) {
    String text = lines.replace(';', '\n');

    assertThatThrownBy(() -> RecipeReader.read("bad", "my/bad.sql", text))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
              assertThat(failure.message())
                  .isEqualTo("cannot read recipe my/bad.sql: line " + line + ": " + fault);
            });
  }

  @Test
  void choicesMayHoldBlanksAndStandInQuotes() {
    Recipe recipe =
        RecipeReader.read(
            "a",
            "a.sql",
            "-- @title a\n-- @param x text in (one, two words, \"in quotes\")\nSELECT $x");

    assertThat(recipe.parameters().get(0).choices())
        .containsExactly("one", "two words", "in quotes");
  }

  @Test
  void refusesASecondStatement() {
    assertThatThrownBy(
            () -> RecipeReader.read("two", "two.sql", "-- @title a\nSELECT 1;\nSELECT 2;\n"))
        .hasMessage(
            "cannot read recipe two.sql: line 3: a second statement starts here, a recipe is one"
                + " statement");
  }
}
