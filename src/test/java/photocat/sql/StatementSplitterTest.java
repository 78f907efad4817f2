package photocat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementSplitterTest {
  /** Text, its complete statements, the rest and what the rest lacks; {@code ~} is a line break. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "select 1;                        | select 1                  | -                 | -",
        "select 1                         | -                         | select 1          | ;",
        "a; b;c                           | a / b                     | c                 | ;",
        "a;;  ; b;                        | a / b                     | -                 | -",
        "-- only;~/* this; */ ;           | -                         | -                 | -",
        "-- only                          | -                         | -                 | -",
        "-- head~a -- tail~; -- more      | a                         | -                 | -",
        "select ';' ;x                    | select ';'                | x                 | ;",
        "select \";\";                    | select \";\"              | -                 | -",
        "select $$;$$;                    | select $$;$$              | -                 | -",
        "select a$b;c$d;                  | select a$b / c$d          | -                 | -",
        "select /* a /* ; */ ; */ 1;      | select /* a /* ; */ ; */ 1 | -                | -",
        "select (1;                       | select (1                 | -                 | -",
        "a; select 'x;~                   | a                         | select 'x;~       | '",
        "select E'\\';                    | -                         | select E'\\';     | '",
        "select \"x;                      | -                         | select \"x;       | \"",
        "select $t$x$$;                   | -                         | select $t$x$$;    | $t$",
        "select $$x;                      | -                         | select $$x;       | $$",
        "select 1 /* x;                   | -                         | select 1 /* x;    | */",
        "/* x; /* */                      | -                         | /* x; /* */       | */",
      })
  void cutsAtSemicolons(String text, String statements, String rest, String missing) {
    Script script = StatementSplitter.split(text.replace('~', '\n'));

    assertThat(script.statements().stream().map(Statement::text).collect(Collectors.joining(" / ")))
        .isEqualTo(Optional.ofNullable(statements).orElse(""));
    assertThat(script.rest().map(Unfinished::statement).map(Statement::text))
        .isEqualTo(Optional.ofNullable(rest).map(text1 -> text1.replace('~', '\n')));
    assertThat(script.rest().map(Unfinished::missing)).isEqualTo(Optional.ofNullable(missing));
  }

  @Test
  void tellsLineAndOffsetOfTheFirstToken() {
    Script script = StatementSplitter.split("-- head\r\n\r\nselect\n1;select 2;\n\n /* */ rest");

    assertThat(script.statements())
        .containsExactly(new Statement("select\n1", 3, 11), new Statement("select 2", 4, 20));
    assertThat(script.rest()).contains(new Unfinished(new Statement("rest", 6, 38), ";"));
  }

  @Test
  void onlyARestThatLacksItsSemicolonIsWhole() {
    assertThat(StatementSplitter.split("select 1").rest()).map(Unfinished::isWhole).contains(true);
    assertThat(StatementSplitter.split("select '").rest()).map(Unfinished::isWhole).contains(false);
  }

  @Test
  void takesWholeLinesWhereAStatementBegins() {
    Script script =
        StatementSplitter.split(
            "-- x\n.status it's; \r\nselect\n.5; .x /*\nselect 2;", token -> token.equals("."));

    assertThat(script.statements())
        .containsExactly(
            new Statement(".status it's;", 2, 5),
            new Statement("select\n.5", 3, 21),
            new Statement(".x /*", 4, 32),
            new Statement("select 2", 5, 38));
    assertThat(script.rest()).isEmpty();
  }
}
