package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HighlightTest {
  /** Text with {@code ~} for line breaks, then its parts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select a from t;            | KEYWORD:select KEYWORD:from",
        "SELECT 'x', 1.5, $n, ?      | KEYWORD:SELECT STRING:'x' NUMBER:1.5 PARAMETER:$n PARAMETER:?",
        "-- c~describe t; /* d */    | COMMENT:-- c KEYWORD:describe COMMENT:/* d */",
        "select describe             | KEYWORD:select",
        "select 'open                | KEYWORD:select OPEN_ENDED:'open",
        "select \"open               | KEYWORD:select OPEN_ENDED:\"open",
        ".run x it's from            | COMMAND:.run",
        "@gaps n=1~from t;           | COMMAND:@gaps KEYWORD:from",
        "select 1; .status~select    | KEYWORD:select NUMBER:1 COMMAND:.status KEYWORD:select",
        "/* open                     | COMMENT:/* open",
      })
  void tellsThePartsOfTypedText(String typed, String parts) {
    String text = typed.replace('~', '\n');

    String found =
        Highlight.of(text).stream()
            .map(span -> span.part() + ":" + text.substring(span.start(), span.end()))
            .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(Optional.ofNullable(parts).orElse(""));
  }
}
