package photocat.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class NamedParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select 1                           | select 1                        | ``",
        "$a + $b                            | $1 + $2                         | a b",
        "$b and ($a is null or x = $a)      | $1 and ($2 is null or x = $2)   | b a",
        "$ab, $a, $ab                       | $1, $2, $1                      | ab a",
        "x=$a::date-($b+1)                  | x=$1::date-($2+1)               | a b",
        "'$a' \"$b\" $$ $c $$ $t$ $d $t$ $e | '$a' \"$b\" $$ $c $$ $t$ $d $t$ $1 | e",
        "/* $a /* $b */ */ $c -- $d         | /* $a /* $b */ */ $1 -- $d      | c",
        "x$a + $a                           | x$a + $1                        | a",
        "read_csv($file)                    | read_csv($1)                    | file",
        "E'\\'$a' $b                        | E'\\'$a' $1                     | b",
      })
  void numbersNamesInOrderOfOccurrence(String sql, String statement, String names) {
    NamedParameters parameters = NamedParameters.in(sql);

    assertThat(parameters.statement()).isEqualTo(statement);
    assertThat(String.join(" ", parameters.names())).isEqualTo(names);
  }

  @Test
  void goesPastNine() {
    assertThat(NamedParameters.in("$a $b $c $d $e $f $g $h $i $j $a").statement())
        .isEqualTo("$1 $2 $3 $4 $5 $6 $7 $8 $9 $10 $1");
  }

  @Test
  void keepsLineBreaks() {
    assertThat(NamedParameters.in("select\n\n$a\r\n"))
        .isEqualTo(new NamedParameters("select\n\n$1\r\n", List.of("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$1", "?"})
  void refusesParametersWithoutName(String parameter) {
    assertThatThrownBy(() -> NamedParameters.in("select $a,\n" + parameter))
        .isInstanceOfSatisfying(
            PhotocatException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE))
        .hasMessage("cannot bind parameter " + parameter + " on line 2: it has no name");
  }
}
