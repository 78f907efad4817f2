package photocat.shell.render;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import photocat.model.Amounts;
import photocat.model.Column;
import photocat.model.RowSink;

/**
 * A drawn table. Its widths are measured on the first rows, so that a result of any size streams
 * through; a longer cell that comes later is cut when the screen has a width, and else sticks out.
 */
final class TableSink implements RowSink {
  private static final int MEASURED_ROWS = 1_000;

  private final Lines lines;
  private final RenderOptions options;
  private final Frame frame;
  private final List<List<String>> measured = new ArrayList<>();
  private final TreeSet<Integer> cutColumns = new TreeSet<>();
  private List<Column> columns = List.of();
  private List<CellText> cells = List.of();
  private List<String> header = List.of();
  private @Nullable TableLayout layout;
  private long rows;
  private boolean more;

  TableSink(Lines lines, RenderOptions options) {
    this.lines = lines;
    this.options = options;
    this.frame = options.unicode() ? Frame.UNICODE : Frame.ASCII;
  }

  @Override
  public void columns(List<Column> columns) {
    this.columns = List.copyOf(columns);
    cells = columns.stream().map(CellText::new).toList();
    header = columns.stream().map(Column::name).map(VisibleText::of).map(this::bounded).toList();
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    if (options.maxRows() > 0 && rows == options.maxRows()) {
      more = true;
      return false;
    }
    rows++;
    List<String> row = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      row.add(bounded(cells.get(i).of(values.get(i))));
    }
    if (layout != null) {
      draw(row, layout);
    } else {
      measured.add(row);
      if (measured.size() == MEASURED_ROWS) {
        layout = drawMeasured();
      }
    }
    return true;
  }

  @Override
  public void end() {
    TableLayout drawn = layout == null ? drawMeasured() : layout;
    lines.line(frame.bottom(drawn.widths()));
    lines.line(footer(drawn));
  }

  /** Keeps no more of a value than a whole line can show, so that measured rows stay small. */
  private String bounded(String text) {
    return options.maxWidth() > 0
        ? DisplayWidth.cut(text, options.maxWidth(), frame.ellipsis())
        : text;
  }

  private TableLayout drawMeasured() {
    int[] widths = new int[columns.size()];
    boolean[] text = new boolean[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      text[i] = !NumberTypes.isNumber(columns.get(i).type());
      widths[i] = DisplayWidth.of(header.get(i));
      for (List<String> row : measured) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
      }
    }
    TableLayout fitting = TableLayout.fit(widths, text, options.maxWidth());
    lines.line(frame.top(fitting.widths()));
    draw(header, fitting);
    lines.line(frame.middle(fitting.widths()));
    measured.forEach(row -> draw(row, fitting));
    measured.clear();
    return fitting;
  }

  private void draw(List<String> row, TableLayout drawn) {
    List<String> padded = new ArrayList<>(drawn.columns().size());
    for (int i = 0; i < drawn.columns().size(); i++) {
      int column = drawn.columns().get(i);
      padded.add(
          column == TableLayout.GAP
              ? frame.ellipsis()
              : padded(column, row.get(column), drawn.widths().get(i)));
    }
    lines.line(frame.row(padded));
  }

  private String padded(int column, String text, int width) {
    String shown = text;
    if (options.maxWidth() > 0 && DisplayWidth.of(text) > width) {
      shown = DisplayWidth.cut(text, width, frame.ellipsis());
      cutColumns.add(column);
    }
    String padding = " ".repeat(Math.max(0, width - DisplayWidth.of(shown)));
    boolean right = NumberTypes.isNumber(columns.get(column).type());
    return right ? padding + shown : shown + padding;
  }

  /** Says how many rows there are and what the table hides. */
  private String footer(TableLayout drawn) {
    List<String> parts = new ArrayList<>();
    parts.add(more ? "first " + Amounts.count(rows, "row") : Amounts.count(rows, "row"));
    if (more) {
      parts.add("there are more");
    }
    int hidden = drawn.hidden(columns.size());
    if (hidden > 0) {
      parts.add("%d of %d columns".formatted(columns.size() - hidden, columns.size()));
    }
    if (!cutColumns.isEmpty()) {
      parts.add(cutColumns.stream().map(header::get).collect(Collectors.joining(", ")) + " cut");
    }
    if (parts.size() > 1) {
      parts.add("mode %s shows all".formatted(more ? "csv" : "line"));
    }
    return String.join("; ", parts);
  }
}
