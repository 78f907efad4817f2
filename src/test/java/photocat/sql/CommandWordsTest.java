package photocat.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void readsALineThatIsStillBeingTyped() {
    assertTyped("read", 0, "read", "");
    assertTyped("read ", 5, "", "", "read");
    assertTyped("read 'a b", 5, "a b", "'", "read");
    assertTyped("read 'a ", 5, "a ", "'", "read");
    assertTyped("read sub/'a b", 5, "sub/a b", "", "read");
    assertTyped("read \"a\\\"b' c", 5, "a\"b' c", "\"", "read");
    assertTyped("read 'a b' ", 11, "", "", "read", "a b");
  }

  private static void assertTyped(
      String line, int start, String word, String quote, String... before) {
    assertThat(CommandWords.typed(line))
        .isEqualTo(
            new CommandWords.Typed(
                List.of(before), start, word, quote.chars().mapToObj(c -> (char) c).findFirst()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "two words", "it's", "a \"b\" \\ c", "tab\there", ""})
  void quotesWordsSoThatTheyReadBack(String word) {
    assertThat(CommandWords.of("x " + CommandWords.quoted(word, '"'))).containsExactly("x", word);
  }
}
