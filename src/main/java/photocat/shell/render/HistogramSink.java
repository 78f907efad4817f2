package photocat.shell.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import photocat.model.Amounts;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Draws how the numbers of one column are spread; takes a result of any size in little memory. */
public final class HistogramSink implements RowSink {
  private static final int MOST_BARS = 20;

  private final Lines lines;
  private final RenderOptions options;
  private final Optional<String> wanted;
  private final Bins bins = new Bins();
  private int column;
  private String name = "";
  private long nulls;

  /**
   * Writes to {@code out}, which it does not close.
   *
   * @param wanted name of the column; empty for the first that holds numbers
   */
  public HistogramSink(Appendable out, RenderOptions options, Optional<String> wanted) {
    this.lines = new Lines(out);
    this.options = options;
    this.wanted = wanted;
  }

  @Override
  public void columns(List<Column> columns) {
    column =
        IntStream.range(0, columns.size())
            .filter(i -> NumberTypes.isNumber(columns.get(i).type()))
            .filter(i -> wanted.isEmpty() || wanted.get().equalsIgnoreCase(columns.get(i).name()))
            .findFirst()
            .orElseThrow(() -> noNumbers(columns));
    name = VisibleText.of(columns.get(column).name());
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    if (values.get(column) instanceof Number number && Double.isFinite(number.doubleValue())) {
      bins.add(number.doubleValue());
    } else {
      nulls++;
    }
    return true;
  }

  @Override
  public void end() {
    List<Bins.Bin> shown = bins.atMost(MOST_BARS);
    List<String> from = shown.stream().map(bin -> text(bin.from())).toList();
    List<String> counts = shown.stream().map(bin -> Amounts.count(bin.count())).toList();
    int widest = from.stream().mapToInt(String::length).max().orElse(0);
    int digits = counts.stream().mapToInt(String::length).max().orElse(0);
    long largest = shown.stream().mapToLong(Bins.Bin::count).max().orElse(0);
    Bars bars = new Bars(options, (double) largest, widest + digits + 7);
    for (int i = 0; i < shown.size(); i++) {
      String edge = " ".repeat(widest - from.get(i).length()) + from.get(i);
      String count = " ".repeat(digits - counts.get(i).length()) + counts.get(i);
      lines.line(
          ((options.unicode() ? "≥ " : ">= ")
                  + edge
                  + "  "
                  + count
                  + "  "
                  + bars.of((double) shown.get(i).count()))
              .stripTrailing());
    }
    String missing = nulls == 0 ? "" : "; " + Amounts.count(nulls) + " without a number";
    lines.line(
        options.painted(Ink.FAINT, name + ": " + Amounts.count(bins.total(), "row") + missing));
  }

  private PhotocatException noNumbers(List<Column> columns) {
    String found = columns.stream().map(Column::name).map(VisibleText::of).toList().toString();
    return PhotocatException.of(
            ExitStatus.USAGE,
            "cannot draw a histogram of %s: no column%s holds numbers"
                .formatted(found, wanted.map(asked -> " " + VisibleText.of(asked)).orElse("")))
        .withHint("for example .histogram SELECT width FROM inat_photos");
  }

  private static String text(BigDecimal edge) {
    return edge.stripTrailingZeros().toPlainString();
  }
}
