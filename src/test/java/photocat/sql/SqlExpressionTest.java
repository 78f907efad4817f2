package photocat.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class SqlExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "width > 1000",
        "name = 'it''s; ) x'",
        "license IN ('CC0', 'CC-BY')",
        "list_contains([1, 2], x) AND {'k': 1}.k = y[1:2]",
        "\"odd;name\" = $$;)$$",
        "EXISTS (SELECT 1, 2)",
      })
  void acceptsOneExpression(String text) {
    assertThat(SqlExpression.of("--where", text).inBrackets()).isEqualTo("(" + text + ")");
  }

  @Test
  void leavesOutComments() {
    assertThat(SqlExpression.of("--where", " a /* ) */ = 1 -- the end ").inBrackets())
        .isEqualTo("(a   = 1)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a; DROP TABLE x | ';' at character 2: it may not stand here",
        "a) OR (b        | ')' at character 2: it may not stand here",
        "(a]             | ']' at character 3: it may not stand here",
        "a, b            | ',' at character 2: it may not stand here",
        "a = $b          | '$' at character 5: it may not stand here",
        "a = $1          | '$' at character 5: it may not stand here",
        "a = ?           | '?' at character 5: it may not stand here",
        "a = 'x          | ''' at character 5: what starts here has no end",
        "\"x             | '\"' at character 1: what starts here has no end",
        "a /* /* */      | '/' at character 3: what starts here has no end",
        "a = E'\\'       | 'E' at character 5: what starts here has no end",
        "(a              | ')' is missing at its end",
        "x[(1)           | ']' is missing at its end",
        "-- nothing      | it holds no expression",
      })
  void refusesWhatCouldReachOutOfItsBrackets(String text, String found) {
    assertThatThrownBy(() -> SqlExpression.of("--where", text))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE))
        .hasMessage("cannot use --where \"%s\": %s", text, found);
  }
}
