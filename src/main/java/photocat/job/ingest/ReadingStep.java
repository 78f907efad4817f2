package photocat.job.ingest;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import photocat.job.Progress;
import photocat.model.Amounts;

/**
 * Progress in bytes of what is read, whose size is known when the first of them arrive. The thread
 * that reads and the one that loads may use it at once.
 */
final class ReadingStep implements AutoCloseable {
  private final Progress progress;
  private final String what;
  private volatile LongSupplier rows = () -> 0;
  private Progress.@Nullable Step step;

  /** A step that says {@code what}, verb and thing, once bytes arrive. */
  ReadingStep(Progress progress, String what) {
    this.progress = progress;
    this.what = what;
  }

  synchronized void read(long readBytes, OptionalLong totalBytes) {
    if (step == null) {
      step = progress.start(what, Progress.Unit.BYTES, totalBytes.orElse(-1));
    }
    step.at(readBytes, List.of(Amounts.count(rows.getAsLong(), "row")));
  }

  void loaded(long allRows) {
    rows = () -> allRows;
  }

  /** Has the rows counted by {@code counter}, which any thread may ask, from now on. */
  void counts(LongSupplier counter) {
    rows = counter;
  }

  @Override
  public synchronized void close() {
    if (step != null) {
      step.close();
    }
  }
}
