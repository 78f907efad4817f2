package photocat.shell.render;

/**
 * What a drawn table must fit; the other modes ignore it.
 *
 * @param maxWidth columns of the screen, or 0 for no limit
 * @param maxRows rows shown before the table ends and says that there are more, or 0 for no limit
 * @param unicode whether the reader can show box-drawing characters
 */
public record RenderOptions(int maxWidth, int maxRows, boolean unicode) {
  /** Everything is shown. */
  public static final RenderOptions UNLIMITED = new RenderOptions(0, 0, true);
}
