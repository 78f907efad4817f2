package photocat.shell.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Draws a result of a label and a number as bars, one a row. */
public final class ChartSink implements RowSink {
  private static final int MOST_BARS = 10_000;
  private static final int WIDEST_LABEL = 40;

  private final Lines lines;
  private final RenderOptions options;
  private final List<Bar> bars = new ArrayList<>();
  private int labelColumn;
  private int numberColumn;
  private List<CellText> cells = List.of();
  private boolean more;

  private record Bar(String label, String amount, double number) {}

  /** Writes to {@code out}, which it does not close. */
  public ChartSink(Appendable out, RenderOptions options) {
    this.lines = new Lines(out);
    this.options = options;
  }

  @Override
  public void columns(List<Column> columns) {
    boolean secondCounts = columns.size() == 2 && NumberTypes.isNumber(columns.get(1).type());
    boolean firstCounts = columns.size() == 2 && NumberTypes.isNumber(columns.get(0).type());
    if (!firstCounts && !secondCounts) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot draw a chart of %s: expected two columns, a label and a number"
                  .formatted(columns.stream().map(Column::name).map(VisibleText::of).toList()))
          .withHint("for example .chart SELECT license, count(*) FROM inat_photos GROUP BY ALL");
    }
    numberColumn = secondCounts ? 1 : 0;
    labelColumn = 1 - numberColumn;
    cells = columns.stream().map(CellText::new).toList();
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    if (bars.size() == MOST_BARS) {
      more = true;
      return false;
    }
    String label = cells.get(labelColumn).of(values.get(labelColumn));
    Object number = values.get(numberColumn);
    bars.add(
        new Bar(
            DisplayWidth.cut(label, WIDEST_LABEL, "…"),
            cells.get(numberColumn).of(number),
            number instanceof Number counted ? counted.doubleValue() : 0));
    return true;
  }

  @Override
  public void end() {
    int labels = bars.stream().mapToInt(bar -> DisplayWidth.of(bar.label())).max().orElse(0);
    int amounts = bars.stream().mapToInt(bar -> bar.amount().length()).max().orElse(0);
    double largest =
        bars.stream()
            .mapToDouble(bar -> Math.abs(bar.number()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    Bars drawn = new Bars(options, largest, labels + amounts + 4);
    for (Bar bar : bars) {
      String label = bar.label() + " ".repeat(labels - DisplayWidth.of(bar.label()));
      String amount = " ".repeat(amounts - bar.amount().length()) + bar.amount();
      lines.line((label + "  " + amount + "  " + drawn.of(bar.number())).stripTrailing());
    }
    if (bars.isEmpty()) {
      lines.line("0 rows");
    } else if (more) {
      lines.line("first " + MOST_BARS + " rows; there are more");
    }
  }
}
