package photocat.shell;

import java.util.function.IntSupplier;

/**
 * Where a person or a program reads standard output.
 *
 * @param isTerminal whether it is a terminal
 * @param narrationIsTerminal whether standard error is one
 * @param unicode whether it shows box-drawing characters
 * @param color whether terminals here understand colours, and the person wants them
 * @param columns its width, asked for whenever something is drawn
 * @param rows its height, asked for likewise
 */
public record Screen(
    boolean isTerminal,
    boolean narrationIsTerminal,
    boolean unicode,
    boolean color,
    IntSupplier columns,
    IntSupplier rows) {
  /** A pipe or a file. */
  public static final Screen NONE = new Screen(false, false, true, () -> 0);

  /** A screen without colours whose height does not matter. */
  public Screen(
      boolean isTerminal, boolean narrationIsTerminal, boolean unicode, IntSupplier columns) {
    this(isTerminal, narrationIsTerminal, unicode, false, columns, () -> Integer.MAX_VALUE);
  }
}
