package photocat.shell.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/** Reads a result and shows nothing of it. */
final class NoSink implements RowSink {
  @Override
  public void columns(List<Column> columns) {}

  @Override
  public boolean row(List<@Nullable Object> values) {
    return true;
  }
}
