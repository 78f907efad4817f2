package photocat.job.ingest;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import photocat.job.Progress;
import photocat.model.Amounts;

/**
 * Progress in bytes of what is read. The thread that reads and the one that loads may use it at
 * once.
 */
final class ReadingStep implements AutoCloseable {
  private final Progress progress;
  private final String what;
  private volatile LongSupplier rows = () -> 0;
  private long before;
  private long mostOfFile = Long.MAX_VALUE;
  private Progress.@Nullable Step step;

  /** A step that says {@code what}, verb and thing, once bytes arrive and their number is known. */
  ReadingStep(Progress progress, String what) {
    this.progress = progress;
    this.what = what;
  }

  /** A step of several files that have {@code totalBytes}. */
  ReadingStep(Progress progress, String what, long totalBytes) {
    this(progress, what);
    step = progress.start(what, Progress.Unit.BYTES, totalBytes);
  }

  /** From now on bytes of the next file are read, which is so large and may become larger. */
  synchronized void file(long sizeBytes) {
    mostOfFile = sizeBytes;
  }

  /** The file is read to its end. */
  synchronized void fileEnded() {
    read(mostOfFile, OptionalLong.empty());
    before += mostOfFile;
  }

  synchronized void read(long readBytes, OptionalLong totalBytes) {
    if (step == null) {
      step = progress.start(what, Progress.Unit.BYTES, totalBytes.orElse(-1));
    }
    // What is packed is more when it is read than its file has.
    step.at(
        before + Math.min(readBytes, mostOfFile), List.of(Amounts.count(rows.getAsLong(), "row")));
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
