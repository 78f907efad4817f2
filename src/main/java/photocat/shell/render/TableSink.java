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

  /** Rows that a table with a limit counts, so that it can say how many it hides. */
  private static final int COUNTED_ROWS = 10_000;

  /** How long it counts: the prompt shall not wait for rows that nobody sees. */
  private static final long COUNTING_NANOS = 300_000_000;

  private final Lines lines;
  private final RenderOptions options;
  private final Frame frame;
  private final List<List<@Nullable String>> measured = new ArrayList<>();
  private final TreeSet<Integer> cutColumns = new TreeSet<>();
  private List<Column> columns = List.of();
  private List<CellText> cells = List.of();
  private List<String> header = List.of();
  private @Nullable TableLayout layout;
  private long rows;
  private boolean uncounted;
  private long countingSince;

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
    if (options.maxRows() > 0 && rows >= options.maxRows()) {
      return count();
    }
    rows++;
    List<@Nullable String> row = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      row.add(value == null ? null : bounded(cells.get(i).of(value)));
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
    if (!isFull()) {
      lines.line(frame.bottom(drawn.widths()));
    }
    footer(drawn).forEach(line -> lines.line(options.painted(Ink.FAINT, line)));
  }

  /** Shows the table as soon as it is full, then counts on for a moment. */
  private boolean count() {
    if (rows == options.maxRows()) {
      if (layout == null) {
        layout = drawMeasured();
      }
      lines.line(frame.bottom(layout.widths()));
      lines.flush();
      countingSince = System.nanoTime();
    }
    uncounted = rows == COUNTED_ROWS || System.nanoTime() - countingSince > COUNTING_NANOS;
    rows += uncounted ? 0 : 1;
    return !uncounted;
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
      for (List<@Nullable String> row : measured) {
        String cell = row.get(i);
        widths[i] = Math.max(widths[i], DisplayWidth.of(cell == null ? CellText.NULL : cell));
      }
    }
    TableLayout fitting = TableLayout.fit(widths, text, options.maxWidth());
    lines.line(frame.top(fitting.widths()));
    lines.line(frame.row(drawn(header, fitting, Ink.STRONG)));
    lines.line(frame.middle(fitting.widths()));
    measured.forEach(row -> draw(row, fitting));
    measured.clear();
    return fitting;
  }

  private void draw(List<@Nullable String> row, TableLayout drawn) {
    lines.line(frame.row(drawn(row, drawn, null)));
  }

  private List<String> drawn(
      List<? extends @Nullable String> row, TableLayout fitting, @Nullable Ink ink) {
    List<String> padded = new ArrayList<>(fitting.columns().size());
    for (int i = 0; i < fitting.columns().size(); i++) {
      int column = fitting.columns().get(i);
      if (column == TableLayout.GAP) {
        padded.add(frame.ellipsis());
        continue;
      }
      String text = row.get(column);
      String cell = padded(column, text == null ? CellText.NULL : text, fitting.widths().get(i));
      Ink paint = text == null ? Ink.FAINT : ink;
      padded.add(paint == null ? cell : options.painted(paint, cell));
    }
    return padded;
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

  private boolean isFull() {
    return uncounted || (options.maxRows() > 0 && rows > options.maxRows());
  }

  /** Says how many rows there are and what the table hides, in lines no wider than a table. */
  private List<String> footer(TableLayout drawn) {
    List<String> fitting = new ArrayList<>();
    String line = "";
    for (String part : parts(drawn)) {
      String longer = line.isEmpty() ? part : line + "; " + part;
      if (!line.isEmpty() && !fits(longer)) {
        fitting.add(line + ";");
        longer = part;
      }
      line = longer;
    }
    fitting.add(line);
    return fitting;
  }

  private boolean fits(String text) {
    return options.maxWidth() == 0 || DisplayWidth.of(text) < options.maxWidth();
  }

  private List<String> parts(TableLayout drawn) {
    List<String> parts = new ArrayList<>();
    if (uncounted) {
      parts.add("first " + Amounts.count(options.maxRows(), "row"));
      parts.add("there are more");
    } else if (isFull()) {
      parts.add("%d of %s".formatted(options.maxRows(), Amounts.count(rows, "row")));
    } else {
      parts.add(Amounts.count(rows, "row"));
    }
    int hidden = drawn.hidden(columns.size());
    if (hidden > 0) {
      parts.add("%d of %d columns".formatted(columns.size() - hidden, columns.size()));
    }
    if (!cutColumns.isEmpty()) {
      String names =
          cutColumns.stream().map(header::get).collect(Collectors.joining(", ", "", " cut"));
      parts.add(fits(names) ? names : Amounts.count(cutColumns.size(), "column") + " cut");
    }
    if (isFull() || parts.size() > 1) {
      parts.add(options.remedy() + (uncounted ? " shows more" : " shows all"));
    }
    return parts;
  }
}
