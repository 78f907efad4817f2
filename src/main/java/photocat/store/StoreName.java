package photocat.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import photocat.model.OneLine;

/**
 * The rule for a photo's name in a store: a relative path with {@code /} between its segments, such
 * as {@code quercus_robur/123_large.jpg}, that means the same on every file system and cannot lead
 * out of the store.
 */
public final class StoreName {
  /** Some programs put an ending of their own behind a name. */
  private static final int LONGEST_SEGMENT_BYTES = 250;

  private static final int MOST_SEGMENTS = 16;
  private static final String NOT_ON_WINDOWS = "\\:*?\"<>|";

  private StoreName() {}

  /** Tells whether {@code name} follows the rule. */
  public static boolean isSafe(String name) {
    String[] segments = name.split("/", -1);
    if (segments.length > MOST_SEGMENTS || name.endsWith(".part")) {
      return false;
    }
    for (String segment : segments) {
      if (!isSafeSegment(segment)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Names that start or end with a dot or blank hide files or change on Windows; halves of
   * characters, which cannot be written, would all become one name.
   */
  private static boolean isSafeSegment(String segment) {
    return !segment.isBlank()
        && !segment.startsWith(".")
        && !segment.endsWith(".")
        && segment.equals(segment.strip())
        && segment.equals(OneLine.whole(segment))
        && segment.getBytes(UTF_8).length <= LONGEST_SEGMENT_BYTES
        && segment.chars().noneMatch(character -> NOT_ON_WINDOWS.indexOf(character) >= 0);
  }
}
