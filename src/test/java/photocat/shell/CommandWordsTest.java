package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.model.PhotocatException;

final class CommandWordsTest {
  /** A command line, then its words in brackets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "run x a=1                | [run][x][a=1]",
        "  run\t x                | [run][x]",
        "a 'b c' \"d e\"          | [a][b c][d e]",
        "n='Apis mellifera' x     | [n=Apis mellifera][x]",
        "'it''s'                  | [its]",
        "'a\\n' \"a\\n\\\"\\\\\\q\" | [a\\n][a~\"\\\\q]",
        "'' x                     | [][x]",
        "C:\\x\\y                 | [C:\\x\\y]",
      })
  void cutsAtBlanksOutsideOfQuotes(String line, String words) {
    String found = "";
    for (String word : CommandWords.of(line)) {
      found += "[" + word.replace('\n', '~') + "]";
    }

    assertThat(found).isEqualTo(words);
  }

  @Test
  void refusesAnOpenQuote() {
    assertThatThrownBy(() -> CommandWords.of("run 'x"))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot read the command: the quote ' at character 5 has no end");
  }
}
