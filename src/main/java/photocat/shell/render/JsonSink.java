package photocat.shell.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.JsonText;
import photocat.model.RowSink;
import photocat.model.ValueText;

/** JSON objects, one a line, as an array or as lines. */
final class JsonSink implements RowSink {
  private final Lines lines;
  private final boolean array;
  private final List<String> keys = new ArrayList<>();
  private List<Column> columns = List.of();
  private boolean started;

  private JsonSink(Lines lines, boolean array) {
    this.lines = lines;
    this.array = array;
  }

  static JsonSink array(Lines lines) {
    return new JsonSink(lines, true);
  }

  static JsonSink lines(Lines lines) {
    return new JsonSink(lines, false);
  }

  /** Two columns of one name get two keys, since JSON readers keep only one of equal keys. */
  @Override
  public void columns(List<Column> columns) {
    this.columns = List.copyOf(columns);
    Set<String> taken = new HashSet<>();
    for (Column column : columns) {
      String key = column.name();
      for (int copy = 1; !taken.add(key); copy++) {
        key = column.name() + "_" + copy;
      }
      keys.add(JsonText.of(key) + ":");
    }
    if (array) {
      lines.write("[");
    }
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    StringBuilder json = new StringBuilder();
    if (array) {
      json.append(started ? ",\n" : "\n");
    }
    started = true;
    json.append('{');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",").append(keys.get(i));
      append(json, columns.get(i), values.get(i));
    }
    lines.write(json.append(array ? "}" : "}\n"));
    return true;
  }

  @Override
  public void end() {
    if (array) {
      lines.line(started ? "\n]" : "]");
    }
  }

  /** A JSON column is JSON already; outside its strings, line breaks are only white space. */
  private static void append(StringBuilder json, Column column, @Nullable Object value) {
    if (value != null && column.type().equals("JSON")) {
      json.append(ValueText.of(value).replace('\n', ' ').replace('\r', ' '));
    } else {
      JsonText.append(json, value);
    }
  }
}
