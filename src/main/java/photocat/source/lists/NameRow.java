package photocat.source.lists;

import java.util.List;
import java.util.Map;

/**
 * One row of a file of names, as it stands there.
 *
 * @param line row of the file, the first after the header being 1
 * @param key the key; the trimmed name where an accepted name has none; may be blank
 * @param name the name, untouched but where it stands in several cells; may be blank
 * @param isKeyless whether the file has keys, but none in this row
 * @param details what else it says
 */
public record NameRow(long line, String key, String name, boolean isKeyless, Details details) {
  private static final int MOST_LINES_ABOUT = 3;

  /** The first character behind those of ASCII that show something. */
  private static final char DELETE = '\u007f';

  /** A row with a key, and no more. */
  public NameRow(long line, String key, String name) {
    this(line, key, name, false, Details.NONE);
  }

  /**
   * What a row says beside key and name.
   *
   * @param spelling the original name where it has one beside the accepted name; may be blank
   * @param source who spells it so; may be blank
   * @param rank rank of the taxon; may be blank
   * @param authorship authors of the name; may be blank
   * @param checklistKeys keys of the taxon in checklists, such as {@code gbif:5231190}
   * @param cells every cell that is not blank, by the name of its column
   */
  public record Details(
      String spelling,
      String source,
      String rank,
      String authorship,
      List<String> checklistKeys,
      Map<String, String> cells) {
    static final Details NONE = new Details("", "", "", "", List.of(), Map.of());
  }

  /**
   * Tells whether the name says what its column holds, as rows of units, types or a second header
   * do that stand below the header.
   */
  public boolean isAboutColumns() {
    return line <= MOST_LINES_ABOUT && ColumnNotes.isOne(name);
  }

  /** Tells whether {@code text} shows nothing. */
  public static boolean isBlank(String text) {
    // Rows may have thousands of cells without anything in them.
    if (text.isEmpty()) {
      return true;
    }
    boolean isShown = text.charAt(0) > ' ' && text.charAt(0) < DELETE;
    return !isShown && text.codePoints().allMatch(NameRow::showsNothing);
  }

  private static boolean showsNothing(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT
        || Character.isISOControl(character);
  }
}
