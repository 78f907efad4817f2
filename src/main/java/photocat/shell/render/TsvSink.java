package photocat.shell.render;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * Tab-separated values, one row a line whatever the values hold: tab, line feed, carriage return
 * and backslash are written as {@code \t}, {@code \n}, {@code \r} and {@code \\}. NULL is empty.
 */
final class TsvSink implements RowSink {
  private final Lines lines;
  private final RenderOptions options;
  private final UnaryOperator<String> guard;

  TsvSink(Lines lines, RenderOptions options) {
    this.lines = lines;
    this.options = options;
    this.guard = options.guard();
  }

  @Override
  public void columns(List<Column> columns) {
    lines.line(columns.stream().map(Column::name).map(this::cell).collect(tabs()));
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    lines.line(values.stream().map(this::cell).collect(tabs()));
    return true;
  }

  private static Collector<CharSequence, ?, String> tabs() {
    return Collectors.joining("\t");
  }

  private String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = options.cell(value);
    return guard.apply(
        text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
  }
}
