package photocat.source.lists;

/**
 * One row of a file of names, as it stands there.
 *
 * @param line row of the file, the first after the header being 1
 * @param key the key; the trimmed name where an accepted name has none; may be blank
 * @param name the name, untouched but where it stands in several cells; may be blank
 * @param isKeyless whether the file has keys, but none in this row
 */
public record NameRow(long line, String key, String name, boolean isKeyless) {
  /** A row with a key. */
  public NameRow(long line, String key, String name) {
    this(line, key, name, false);
  }

  /** Tells whether {@code text} shows nothing. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
