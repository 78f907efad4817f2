package photocat.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import photocat.command.OutputMode;

final class TableSinkTest {
  @Test
  void alignsNumbersRightAndShowsNull() {
    Results results =
        Results.of("photo_id BIGINT", "name VARCHAR", "area DOUBLE")
            .row(1L, "Apis mellifera", 0.25)
            .row(1_234_567L, null, null)
            .row(null, "", 1e300);

    assertThat(results.in(OutputMode.TABLE))
        .isEqualTo(
            """
            ┌──────────┬────────────────┬─────────┐
            │ photo_id │ name           │    area │
            ├──────────┼────────────────┼─────────┤
            │        1 │ Apis mellifera │    0.25 │
            │  1234567 │ NULL           │    NULL │
            │     NULL │                │ 1.0e300 │
            └──────────┴────────────────┴─────────┘
            3 rows
            """);
  }

  @Test
  void showsHeaderWithoutRows() {
    assertThat(Results.of("a VARCHAR", "b INTEGER").in(OutputMode.TABLE))
        .isEqualTo(
            """
            ┌───┬───┐
            │ a │ b │
            ├───┼───┤
            └───┴───┘
            0 rows
            """);
  }

  @Test
  void countsOneRow() {
    assertThat(Results.of("a VARCHAR").row("x").in(OutputMode.TABLE)).endsWith("\n1 row\n");
  }

  @Test
  void measuresWideAndCombiningCharacters() {
    Results results =
        Results.of("name VARCHAR", "n INTEGER")
            .row("ミツバチ", 1)
            .row("🐝", 2)
            .row("e\u0301clair", 3)
            .row("𝒳y", 4);

    assertThat(results.in(OutputMode.TABLE))
        .isEqualTo(
            """
            ┌──────────┬───┐
            │ name     │ n │
            ├──────────┼───┤
            │ ミツバチ │ 1 │
            │ 🐝       │ 2 │
            │ e\u0301clair   │ 3 │
            │ 𝒳y       │ 4 │
            └──────────┴───┘
            4 rows
            """);
  }

  @Test
  void keepsHostileTextOnOneLineAndOffTheTerminal() {
    Results results =
        Results.of("bad\u001b[2J VARCHAR")
            .row("a\nb\tc\r\u001b]0;title\u0007")
            .row("\u009b31m\u202egpj.exe\ud800");

    assertThat(results.in(OutputMode.TABLE))
        .isEqualTo(
            """
            ┌────────────────────────────┐
            │ bad\\x1b[2J                 │
            ├────────────────────────────┤
            │ a\\nb\\tc\\r\\x1b]0;title\\x07  │
            │ \\x9b31m\\u202egpj.exe\\ud800 │
            └────────────────────────────┘
            2 rows
            """);
  }

  @Test
  void makesAmountsReadableWhereTheNameSaysTheUnit() {
    Results results =
        Results.of(
                "size_bytes HUGEINT",
                "took_ms BIGINT",
                "photos BIGINT",
                "photo_id BIGINT",
                "count_star() BIGINT",
                "bytes VARCHAR")
            .row(1_234_567_890L, 200_500L, 12_345L, 12_345L, 6_789L, "raw");

    assertThat(results.in(OutputMode.TABLE))
        .contains("│     1.2 GB │ 3 min 20 s │ 12,345 │    12345 │        6,789 │ raw   │");
  }

  @Test
  void drawsWithAsciiWhereTheTerminalKnowsNoMore() {
    Results results = Results.of("a VARCHAR").row("long enough to cut");

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(14, 0, false)))
        .isEqualTo(
            """
            +------------+
            | a          |
            +------------+
            | long enou~ |
            +------------+
            1 row; a cut;
            mode box shows all
            """);
  }

  @Test
  void narrowsTheWidestTextFirstAndSaysWhatItCut() {
    Results results =
        Results.of("id BIGINT", "name VARCHAR", "url VARCHAR")
            .row(1234567890L, "Apis mellifera", "https://example.org/photos/1/large.jpg");

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(50, 0, true)))
        .isEqualTo(
            """
            ┌────────────┬────────────────┬──────────────────┐
            │         id │ name           │ url              │
            ├────────────┼────────────────┼──────────────────┤
            │ 1234567890 │ Apis mellifera │ https://example… │
            └────────────┴────────────────┴──────────────────┘
            1 row; url cut; mode box shows all
            """);
  }

  @Test
  void leavesOutColumnsInTheMiddleWhenNarrowingIsNotEnough() {
    Results results =
        Results.of("first INTEGER", "b BIGINT", "c BIGINT", "d BIGINT", "last VARCHAR")
            .row(1, 1_000_000_000_000L, 2_000_000_000_000L, 3_000_000_000_000L, "end");

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(44, 0, true)))
        .isEqualTo(
            """
            ┌───────┬───────────────┬───┬──────┐
            │ first │             b │ … │ last │
            ├───────┼───────────────┼───┼──────┤
            │     1 │ 1000000000000 │ … │ end  │
            └───────┴───────────────┴───┴──────┘
            1 row; 3 of 5 columns; mode box shows all
            """);
  }

  @Test
  void saysWhatItHidesInLinesThatFit() {
    Results results =
        Results.of("first VARCHAR", "second VARCHAR", "third VARCHAR")
            .row("a".repeat(50), "b".repeat(50), "c".repeat(50));

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(44, 0, true)).lines())
        .allMatch(line -> DisplayWidth.of(line) <= 44)
        .endsWith("1 row; first, second, third cut;", "mode box shows all");
    assertThat(results.in(OutputMode.TABLE, new RenderOptions(24, 0, true)).lines())
        .allMatch(line -> DisplayWidth.of(line) <= 24)
        .endsWith("1 row; 1 of 3 columns;", "first cut;", "mode box shows all");
  }

  @Test
  void stopsAtItsRowLimitAndSaysThatThereAreMore() {
    Results results = Results.of("n INTEGER").row(1).row(2).row(3).row(4);

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(80, 2, true)))
        .endsWith("│ 2 │\n└───┘\n2 of 4 rows; mode box shows all\n");
    assertThat(results.in(OutputMode.TABLE, new RenderOptions(80, 4, true)))
        .endsWith("│ 4 │\n└───┘\n4 rows\n");
  }

  @Test
  void doesNotCountForEver() {
    Results results = Results.of("n INTEGER");
    for (int i = 0; i < 20_000; i++) {
      results.row(i);
    }

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(80, 2, true)))
        .endsWith("│ 1 │\n└───┘\nfirst 2 rows; there are more; mode box shows more\n");
  }

  @Test
  void aBoxHidesNothing() {
    Results results = Results.of("n VARCHAR").row("a long text").row("another").row("third");

    assertThat(results.in(OutputMode.BOX, new RenderOptions(5, 2, true)))
        .isEqualTo(
            """
            ┌─────────────┐
            │ n           │
            ├─────────────┤
            │ a long text │
            │ another     │
            │ third       │
            └─────────────┘
            3 rows
            """);
  }

  @Test
  void coloursTakeNoRoom() {
    Results results = Results.of("n VARCHAR").row("NULL").row((Object) null);

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(80, 0, true, true, "")))
        .isEqualTo(
            """
            ┌──────┐
            │ \u001b[1mn   \u001b[0m │
            ├──────┤
            │ NULL │
            │ \u001b[90mNULL\u001b[0m │
            └──────┘
            \u001b[90m2 rows\u001b[0m
            """);
  }

  @Test
  void streamsAfterItHasMeasuredTheFirstThousandRows() {
    Results results = Results.of("n VARCHAR");
    for (int i = 0; i < 1_000; i++) {
      results.row("abc");
    }
    results.row("longer");

    assertThat(results.in(OutputMode.TABLE)).endsWith("│ longer │\n└─────┘\n1,001 rows\n");
    assertThat(results.in(OutputMode.TABLE, new RenderOptions(80, 0, true)))
        .endsWith("│ lo… │\n└─────┘\n1,001 rows; n cut; mode box shows all\n");
  }

  @Test
  void survivesATerminalThatIsTooNarrowForAnything() {
    Results results = Results.of("a VARCHAR", "b VARCHAR", "c BIGINT").row("ミツバチ", "x", 1L);

    assertThat(results.in(OutputMode.TABLE, new RenderOptions(1, 0, true))).contains("1 row");
  }
}
