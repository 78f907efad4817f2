package photocat.source.dwca;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the rows of a table are written. What ends a line is not part of it: line feed, carriage
 * return or both are told by the file, since archives are wrong about it.
 *
 * @param delimiter between cells, as {@link #isDelimiter} has it
 * @param quote around cells, one of ASCII; empty where quotes are characters like any other
 * @param encoding of the text
 * @param headerLines lines before the first row, 0 or more
 * @param dateFormat as the archive gives it, empty for none
 */
public record TableDialect(
    char delimiter,
    Optional<Character> quote,
    Charset encoding,
    int headerLines,
    String dateFormat) {
  /** What holds where an archive says nothing. */
  public static final TableDialect DEFAULTS =
      new TableDialect(',', Optional.of('"'), StandardCharsets.UTF_8, 0, "");

  /** Checks the delimiter. */
  public TableDialect {
    if (!isDelimiter(delimiter, quote)) {
      throw new IllegalArgumentException("'%s' cannot part cells".formatted(delimiter));
    }
  }

  /**
   * Tells whether rows can be taken apart at {@code character}: one of ASCII that is neither the
   * quote nor a letter or a digit, which a number before each row would be mistaken for.
   */
  public static boolean isDelimiter(char character, Optional<Character> quote) {
    return character < 127
        && "\n\r\0".indexOf(character) < 0
        && !Character.isLetterOrDigit(character)
        && quote.filter(other -> other == character).isEmpty();
  }
}
