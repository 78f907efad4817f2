package photocat.shell.render;

import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.CsvText;
import photocat.model.RowSink;

/**
 * Comma-separated values after RFC 4180, but with lines that end with a line feed, as Unix tools
 * and DuckDB write and read them. NULL is empty, an empty text is {@code ""}.
 */
final class CsvSink implements RowSink {
  private final Lines lines;
  private final RenderOptions options;
  private final UnaryOperator<String> guard;

  CsvSink(Lines lines, RenderOptions options) {
    this.lines = lines;
    this.options = options;
    this.guard = options.guard();
  }

  @Override
  public void columns(List<Column> columns) {
    write(columns.stream().map(Column::name).toList());
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    write(values);
    return true;
  }

  /** A line without any character would be lost: readers skip blank lines. */
  private void write(List<? extends @Nullable Object> values) {
    StringBuilder line = new StringBuilder();
    for (Iterator<? extends @Nullable Object> cells = values.iterator(); cells.hasNext(); ) {
      Object value = cells.next();
      if (value != null) {
        CsvText.append(line, options.cell(value));
      }
      line.append(cells.hasNext() ? "," : "");
    }
    lines.line(line.isEmpty() ? "\"\"" : guard.apply(line.toString()));
  }
}
