package photocat.shell;

import java.util.function.IntSupplier;
import photocat.shell.render.RenderOptions;

/**
 * Where a person or a program reads standard output.
 *
 * @param isTerminal whether it is a terminal
 * @param narrationIsTerminal whether standard error is one
 * @param unicode whether it shows box-drawing characters
 * @param columns its width, asked for whenever something is drawn
 */
public record Screen(
    boolean isTerminal, boolean narrationIsTerminal, boolean unicode, IntSupplier columns) {
  /** DuckDB's own shell shows as many. */
  private static final int MOST_ROWS = 40;

  /** A pipe or a file. */
  public static final Screen NONE = new Screen(false, false, true, () -> 0);

  RenderOptions options() {
    return isTerminal
        ? new RenderOptions(columns.getAsInt(), MOST_ROWS, unicode)
        : RenderOptions.UNLIMITED;
  }
}
