package photocat.model;

/**
 * Texts for people who open CSV in a spreadsheet, which takes some for formulas: a name such as
 * {@code =HYPERLINK(…)} could send away what stands in other cells.
 */
public final class SpreadsheetText {
  /** Beside the ASCII ones those that a spreadsheet with an Asian input method reads likewise. */
  private static final String BEGIN_FORMULAS = "=+-@\t\r\n＝＋－＠";

  private SpreadsheetText() {}

  /** Returns {@code text} with an apostrophe in front where it could begin a formula. */
  public static String of(String text) {
    return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
