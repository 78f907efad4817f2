package photocat.source.dwca;

/**
 * A row that cannot be loaded.
 *
 * @param line where it begins in its file, from 1
 * @param text the row, its first 10,000 characters if it is longer
 * @param reason what is wrong with it
 */
public record OddRow(long line, String text, String reason) {
  private static final int LONGEST_TEXT = 10_000;

  /** Shortens the text. */
  public OddRow {
    text = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
