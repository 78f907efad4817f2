package photocat.shell.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts numbers by size in one pass without knowing their range: when there are too many bins, ten
 * neighbours become one. Not thread-safe.
 */
final class Bins {
  private static final int MOST = 5_000;

  /** Beyond, a bin's number would not be exact. */
  private static final double LARGEST_BIN = 1e15;

  /** A number on an edge shall not fall below it because 0.3 / 0.1 is 2.9999999999999996. */
  private static final double ROUNDING = 1e-9;

  private static final int SMALLEST_EXPONENT = -6;

  private int exponent = SMALLEST_EXPONENT;
  private Map<Long, Long> counts = new HashMap<>();
  private boolean whole = true;
  private long total;

  /**
   * A range of numbers.
   *
   * @param from least number in it
   */
  record Bin(BigDecimal from, long count) {}

  void add(double number) {
    whole &= number == Math.rint(number);
    while (Math.abs(scaled(number)) > LARGEST_BIN) {
      widen();
    }
    counts.merge((long) Math.floor(scaled(number) + ROUNDING), 1L, Long::sum);
    total++;
    while (counts.size() > MOST) {
      widen();
    }
  }

  long total() {
    return total;
  }

  /** Returns at most {@code most} bins of one round width, without gaps, in order. */
  List<Bin> atMost(int most) {
    if (counts.isEmpty()) {
      return List.of();
    }
    int start = whole ? Math.max(0, exponent) : exponent;
    for (int power = start; ; power++) {
      for (int step : new int[] {1, 2, 5}) {
        long width = step * Math.round(Math.pow(10, power - exponent));
        long first = Math.floorDiv(edge(false), width);
        long last = Math.floorDiv(edge(true), width);
        if (last - first < most) {
          return merged(width, first, last);
        }
      }
    }
  }

  private List<Bin> merged(long width, long first, long last) {
    long[] merged = new long[(int) (last - first) + 1];
    counts.forEach((bin, count) -> merged[(int) (Math.floorDiv(bin, width) - first)] += count);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < merged.length; i++) {
      BigDecimal from = BigDecimal.valueOf((first + i) * width).scaleByPowerOfTen(exponent);
      bins.add(new Bin(from, merged[i]));
    }
    return bins;
  }

  private long edge(boolean upper) {
    return counts.keySet().stream()
        .mapToLong(Long::longValue)
        .reduce(upper ? Math::max : Math::min)
        .orElse(0);
  }

  private void widen() {
    Map<Long, Long> wider = new HashMap<>();
    counts.forEach((bin, count) -> wider.merge(Math.floorDiv(bin, 10), count, Long::sum));
    counts = wider;
    exponent++;
  }

  /** Multiplies or divides by a power of ten that a double holds exactly. */
  private double scaled(double number) {
    return exponent < 0 ? number * Math.pow(10, -exponent) : number / Math.pow(10, exponent);
  }
}
