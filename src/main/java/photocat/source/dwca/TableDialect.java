package photocat.source.dwca;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the rows of a table are written. What ends a line is not part of it: line feed, carriage
 * return or both are told by the file, since archives are wrong about it.
 *
 * @param delimiter between cells, one of ASCII
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
}
