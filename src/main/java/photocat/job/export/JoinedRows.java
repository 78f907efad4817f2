package photocat.job.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Passes on the rows of several results with the same columns as if they were one, and counts them.
 * Whoever made it ends the one that it passes them to.
 */
final class JoinedRows implements RowSink {
  private final RowSink sink;
  private boolean hasColumns;
  private long rows;

  /** Passes rows on to {@code sink}. */
  JoinedRows(RowSink sink) {
    this.sink = sink;
  }

  /** Returns the rows passed on so far. */
  long rows() {
    return rows;
  }

  @Override
  public void columns(List<Column> columns) {
    if (!hasColumns) {
      sink.columns(columns);
      hasColumns = true;
    }
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    rows++;
    return sink.row(values);
  }
}
