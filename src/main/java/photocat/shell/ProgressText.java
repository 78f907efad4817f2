package photocat.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import photocat.job.Progress.Unit;
import photocat.model.Amounts;
import photocat.shell.render.DisplayWidth;
import photocat.shell.render.VisibleText;

/**
 * How far one step is, in the columns there are: {@code reading photos.csv 1.2 GB of 3.4 GB (35 %)
 * 120 MB/s 18 s left}, or {@code photos.csv 1.2 GB/3.4 GB 120 MB/s 18 s left}, or less.
 * Thread-safe.
 */
final class ProgressText {
  private static final String GAP = "  ";

  /** Before, too little is known for a guess. */
  private static final double FIRST_GUESS_SECONDS = 1;

  private final String what;
  private final Unit unit;
  private final long total;

  /**
   * The widest terminal that was too narrow for all, so that the form does not change all the time.
   */
  private volatile int tooNarrow;

  /** Tells of a step as {@link photocat.job.Progress#start} begins it. */
  ProgressText(String what, Unit unit, long total) {
    this.what = VisibleText.of(what);
    this.unit = unit;
    this.total = total;
  }

  /** Returns as many whole parts as fit into {@code columns}, the most important first. */
  String at(long done, double seconds, List<String> details, int columns) {
    if (columns > tooNarrow) {
      String all = String.join(GAP, parts(done, seconds, details, false));
      if (DisplayWidth.of(all) <= columns) {
        return all;
      }
      tooNarrow = columns;
    }
    return fitted(parts(done, seconds, details, true), columns);
  }

  private static String fitted(List<String> parts, int columns) {
    StringBuilder text = new StringBuilder(DisplayWidth.cut(parts.get(0), columns / 4, ""));
    for (String part : parts.subList(1, parts.size())) {
      if (DisplayWidth.of(text + GAP + part) > columns) {
        break;
      }
      text.append(GAP).append(part);
    }
    return text.toString();
  }

  private List<String> parts(long done, double seconds, List<String> details, boolean isShort) {
    List<String> parts = new ArrayList<>();
    parts.add(isShort ? what.substring(what.indexOf(' ') + 1) : what);
    parts.add(isShort ? shortAmount(done) : longAmount(done));
    double rate = done / seconds;
    parts.add((isShort ? number((long) rate) : amount((long) rate)) + "/s");
    if (total > done && rate > 0 && seconds >= FIRST_GUESS_SECONDS) {
      Duration left = Duration.ofSeconds((long) Math.ceil((total - done) / rate));
      parts.add(Amounts.duration(left) + " left");
    }
    details.forEach(detail -> parts.add(VisibleText.of(detail)));
    return parts;
  }

  private String shortAmount(long done) {
    return total > 0 ? number(done) + "/" + number(total) : amount(done);
  }

  private String longAmount(long done) {
    return total > 0
        ? "%s of %s (%d %%)"
            .formatted(amount(done), amount(total), Math.min(99, 100 * done / total))
        : amount(done);
  }

  private String number(long amount) {
    return unit == Unit.BYTES ? Amounts.bytes(amount) : Amounts.count(amount);
  }

  private String amount(long amount) {
    return switch (unit) {
      case BYTES -> Amounts.bytes(amount);
      case ROWS -> Amounts.count(amount, "row");
      case PHOTOS -> Amounts.count(amount, "photo");
      case FILES -> Amounts.count(amount, "file");
    };
  }
}
