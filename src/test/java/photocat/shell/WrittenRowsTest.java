package photocat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrittenRowsTest {
  private final WrittenRows rows = new WrittenRows();

  /** Text with {@code ~} for line breaks, on a screen of ten columns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                    | 0",
        "abc                   | 0",
        "abc~                  | 1",
        "abc~~def~             | 3",
        "0123456789~           | 1",
        "0123456789x~          | 2",
        "0123456789x           | 1",
        "012345678九~          | 2",
        "九九九九九~            | 1",
        "`\t\ta~`              | 1",
        "`\t\tab~`             | 2",
        "`\u001b[1m0123456789\u001b[0m~` | 1",
        "`\rworking   \r~`     | 1",
      })
  void countsWrappedLines(String text, int count) {
    rows.add(text.replace('~', '\n'));

    assertThat(rows.count(10)).isEqualTo(count);
  }

  @Test
  void countsAnewWhereTheScreenHasAnotherWidth() {
    rows.add("x".repeat(100) + "\n");

    assertThat(rows.count(100)).isEqualTo(1);
    assertThat(rows.count(30)).isEqualTo(4);
    rows.clear();
    assertThat(rows.count(30)).isZero();
  }

  @Test
  void remembersNoMoreThanAScreenShows() {
    rows.add("x\n".repeat(100_000));

    assertThat(rows.count(10)).isEqualTo(500);
  }
}
