package photocat.shell.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.command.OutputMode;
import photocat.model.Column;
import photocat.model.RowSink;

/** A result written down in a test: its columns as {@code name TYPE}, then its rows. */
final class Results {
  private final List<Column> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private Results(List<Column> columns) {
    this.columns = columns;
  }

  static Results of(String... columns) {
    return new Results(
        Arrays.stream(columns)
            .map(column -> column.split(" ", 2))
            .map(words -> new Column(words[0], words[1]))
            .toList());
  }

  Results row(@Nullable Object... values) {
    rows.add(Arrays.asList(values));
    return this;
  }

  String in(OutputMode mode) {
    return in(mode, RenderOptions.UNLIMITED);
  }

  String in(OutputMode mode, RenderOptions options) {
    return drawn(Rendering.of(mode), options);
  }

  String drawn(Drawing drawing, RenderOptions options) {
    StringBuilder text = new StringBuilder();
    RowSink sink = drawing.open(text, options);
    sink.columns(columns);
    for (List<@Nullable Object> row : rows) {
      if (!sink.row(row)) {
        break;
      }
    }
    sink.end();
    return text.toString();
  }
}
