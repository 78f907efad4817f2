package photocat.model;

import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them, the same in every locale. */
public final class Amounts {
  private static final String[] BYTE_UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

  private Amounts() {}

  /** Returns {@code 1,234,567}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns {@code "1 photo"} or {@code "1,234 photos"}. */
  public static String count(long count, String noun) {
    return count(count, noun, noun + "s");
  }

  /** Returns {@code "1 taxon"} or {@code "1,234 taxa"}. */
  public static String count(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /**
   * Returns a size in decimal units, three digits at most: {@code 812 B}, {@code 4.6 MB}, {@code
   * 128 GB}.
   */
  public static String bytes(long sizeBytes) {
    double value = sizeBytes;
    int unit = 0;
    while (Math.abs(value) >= 999.5 && unit < BYTE_UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    String pattern = unit == 0 || Math.abs(value) >= 99.95 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, pattern, value, BYTE_UNITS[unit]);
  }

  /**
   * Returns a duration in its two largest units: {@code 0.4 s}, {@code 42 s}, {@code 3 min 20 s},
   * {@code 5 h 2 min}.
   */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
