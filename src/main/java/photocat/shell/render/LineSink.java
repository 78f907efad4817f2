package photocat.shell.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Amounts;
import photocat.model.Column;
import photocat.model.RowSink;

/** One value a line after the name of its column, an empty line between rows. */
final class LineSink implements RowSink {
  private final Lines lines;
  private List<String> names = List.of();
  private List<CellText> cells = List.of();
  private long rows;

  LineSink(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void columns(List<Column> columns) {
    List<String> visible = columns.stream().map(Column::name).map(VisibleText::of).toList();
    int width = visible.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    names = visible.stream().map(name -> " ".repeat(width - DisplayWidth.of(name)) + name).toList();
    cells = columns.stream().map(CellText::new).toList();
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    if (rows++ > 0) {
      lines.line("");
    }
    for (int i = 0; i < values.size(); i++) {
      lines.line(names.get(i) + " = " + cells.get(i).of(values.get(i)));
    }
    return true;
  }

  @Override
  public void end() {
    if (rows == 0) {
      lines.line(Amounts.count(0, "row"));
    }
  }
}
