package photocat.command;

import java.util.function.LongSupplier;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.model.RowSink;

/**
 * Where a command's words go: data to standard output, narration to standard error. Thread-safe for
 * {@link #note}, {@link #warn} and {@link #progress}.
 */
public interface Output {
  /**
   * Returns a sink that writes one result to standard output, in the mode that was asked for. It
   * throws {@link ReaderGone} when nobody reads any more.
   */
  RowSink rows();

  /** The same, but on a terminal in {@code suited} unless another mode was asked for. */
  RowSink rows(OutputMode suited);

  /** Writes one line of text, such as a path or a help page, to standard output. */
  void line(String text);

  /** Tells whether texts that a spreadsheet would run as formulas are to be defused in files. */
  default boolean isSpreadsheetSafe() {
    return false;
  }

  /** Returns the width of the terminal that shows standard output; 0 where none does. */
  default int columns() {
    return 0;
  }

  /** Tells what was done, on standard error; silent with {@code --quiet}. */
  void note(String text);

  /** Warns, on standard error, {@code --quiet} or not. */
  void warn(String text);

  /** Reports a failure on standard error: one line, and the next step where there is one. */
  void failure(Throwable failure);

  /** Returns where jobs show how far they have come. */
  Progress progress();

  /**
   * Runs {@code work} and shows meanwhile how far the statements of {@code session} have come.
   *
   * @return what {@code work} returns
   */
  default long watched(Session session, LongSupplier work) {
    return work.getAsLong();
  }
}
