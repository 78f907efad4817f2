package photocat.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/** The first rows of the last result of a job, kept for whoever asks later. Thread-safe. */
public final class JobRows implements RowSink {
  private static final int MOST_ROWS = 1_000;

  private List<Column> columns = List.of();
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private boolean cut;

  @Override
  public synchronized void columns(List<Column> newColumns) {
    columns = List.copyOf(newColumns);
    rows.clear();
    cut = false;
  }

  @Override
  public synchronized boolean row(List<@Nullable Object> values) {
    cut = rows.size() == MOST_ROWS;
    if (!cut) {
      rows.add(Collections.unmodifiableList(new ArrayList<>(values)));
    }
    return !cut;
  }

  /** Tells whether the job gave a result at all. */
  public synchronized boolean isEmpty() {
    return columns.isEmpty();
  }

  /** Tells whether there were more rows than are kept. */
  public synchronized boolean isCut() {
    return cut;
  }

  /** Pushes what is kept into {@code sink}. */
  public synchronized void copyTo(RowSink sink) {
    sink.columns(columns);
    for (List<@Nullable Object> row : rows) {
      if (!sink.row(row)) {
        break;
      }
    }
    sink.end();
  }
}
