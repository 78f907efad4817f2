package photocat.shell.render;

import java.util.function.UnaryOperator;
import photocat.model.SpreadsheetText;
import photocat.model.ValueText;

/**
 * What a drawn table must fit; the other modes ignore all but the colour.
 *
 * @param maxWidth columns of the screen, or 0 for no limit
 * @param maxRows rows shown before the table ends and says that there are more, or 0 for no limit
 * @param unicode whether the reader can show box-drawing characters
 * @param color whether the reader understands colours
 * @param remedy what shows all that a table hides, for example {@code --mode box}
 * @param spreadsheetSafe whether CSV and TSV hold no text that a spreadsheet would run as a formula
 */
public record RenderOptions(
    int maxWidth,
    int maxRows,
    boolean unicode,
    boolean color,
    String remedy,
    boolean spreadsheetSafe) {
  /** Everything is shown. */
  public static final RenderOptions UNLIMITED = new RenderOptions(0, 0, true);

  /** Options for somebody who opens nothing in a spreadsheet. */
  public RenderOptions(int maxWidth, int maxRows, boolean unicode, boolean color, String remedy) {
    this(maxWidth, maxRows, unicode, color, remedy, false);
  }

  /** Options without colour, for a reader outside of the shell. */
  public RenderOptions(int maxWidth, int maxRows, boolean unicode) {
    this(maxWidth, maxRows, unicode, false, "mode box");
  }

  /** Returns the same without limits. */
  public RenderOptions whole() {
    return new RenderOptions(0, 0, unicode, color, remedy, spreadsheetSafe);
  }

  /** Returns the same, for somebody who opens CSV and TSV in a spreadsheet or not. */
  public RenderOptions forSpreadsheets(boolean areTheyUsed) {
    return new RenderOptions(maxWidth, maxRows, unicode, color, remedy, areTheyUsed);
  }

  /** Returns a value as CSV and TSV have it; numbers are never formulas. */
  String cell(Object value) {
    String text = ValueText.of(value);
    return spreadsheetSafe && !(value instanceof Number) ? SpreadsheetText.of(text) : text;
  }

  /** Returns how text of strangers is written: on a screen it could repaint it. */
  UnaryOperator<String> guard() {
    return maxWidth > 0 ? VisibleText::of : UnaryOperator.identity();
  }

  String painted(Ink ink, String text) {
    return color ? ink.on(text) : text;
  }
}
