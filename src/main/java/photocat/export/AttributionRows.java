package photocat.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Passes on attribution rows as one file has them: without their first column, the slug, and those
 * of several results as if they were one. Whoever made it ends the one that it passes them to.
 */
public final class AttributionRows implements RowSink {
  private final RowSink sink;
  private boolean hasColumns;

  /** Passes rows on to {@code sink}. */
  public AttributionRows(RowSink sink) {
    this.sink = sink;
  }

  @Override
  public void columns(List<Column> columns) {
    if (!hasColumns) {
      sink.columns(columns.subList(1, columns.size()));
      hasColumns = true;
    }
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    return sink.row(values.subList(1, values.size()));
  }
}
