package photocat.shell.render;

import java.util.function.UnaryOperator;

/**
 * What a drawn table must fit; the other modes ignore all but the colour.
 *
 * @param maxWidth columns of the screen, or 0 for no limit
 * @param maxRows rows shown before the table ends and says that there are more, or 0 for no limit
 * @param unicode whether the reader can show box-drawing characters
 * @param color whether the reader understands colours
 * @param remedy what shows all that a table hides, for example {@code --mode box}
 */
public record RenderOptions(
    int maxWidth, int maxRows, boolean unicode, boolean color, String remedy) {
  /** Everything is shown. */
  public static final RenderOptions UNLIMITED = new RenderOptions(0, 0, true);

  /** Options without colour, for a reader outside of the shell. */
  public RenderOptions(int maxWidth, int maxRows, boolean unicode) {
    this(maxWidth, maxRows, unicode, false, "mode box");
  }

  /** Returns the same without limits. */
  public RenderOptions whole() {
    return new RenderOptions(0, 0, unicode, color, remedy);
  }

  /** Returns how text of strangers is written: on a screen it could repaint it. */
  UnaryOperator<String> guard() {
    return maxWidth > 0 ? VisibleText::of : UnaryOperator.identity();
  }

  String painted(Ink ink, String text) {
    return color ? ink.on(text) : text;
  }
}
