package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureLineTest {
  /** A line, then the same with {@code R[…]}, {@code r[…]}, {@code g[…]} and {@code n[…]}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "error: Binder Error: no \"x\"      | R[error: Binder Error:] no \"x\"",
        "error: a.sql:3: Parser Error: x   | R[error: a.sql:3: Parser Error:] x",
        "error: cannot read a: Error: x    | R[error:] cannot read a: Error: x",
        "Candidate bindings: \"a\", \"b\"   | Candidate bindings: n[\"a\"], n[\"b\"]",
        "Did you mean \"range\"?           | Did you mean n[\"range\"]?",
        "LINE 2:   nope                    | g[LINE 2:]   nope",
        "`         ^^^^`                    | r[         ^^^^]",
        "`  hint: do it`                    | n[  hint:] do it",
        "other words                       | other words",
      })
  void coloursByMeaning(String line, String colored) {
    String found =
        FailureLine.colored(line)
            .replace("\u001b[1;31m", "R[")
            .replace("\u001b[31m", "r[")
            .replace("\u001b[90m", "g[")
            .replace("\u001b[32m", "n[")
            .replace("\u001b[0m", "]");

    assertThat(found.strip()).isEqualTo(colored.strip());
  }
}
