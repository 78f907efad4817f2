package photocat.shell.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;
import photocat.model.ValueText;

/** A table in GitHub's Markdown. */
final class MarkdownSink implements RowSink {
  private final Lines lines;

  MarkdownSink(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void columns(List<Column> columns) {
    write(columns.stream().map(Column::name).map(MarkdownSink::escaped).toList());
    write(
        columns.stream()
            .map(column -> NumberTypes.isNumber(column.type()) ? "---:" : "---")
            .toList());
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    List<String> cells = new ArrayList<>(values.size());
    for (Object value : values) {
      cells.add(value == null ? CellText.NULL : escaped(ValueText.of(value)));
    }
    write(cells);
    return true;
  }

  private void write(List<String> cells) {
    lines.line("| " + String.join(" | ", cells) + " |");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "\\<")
        .lines()
        .map(VisibleText::of)
        .collect(Collectors.joining("<br>"));
  }
}
