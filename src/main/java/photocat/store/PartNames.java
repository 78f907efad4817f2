package photocat.store;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Names for what one run has half written. They begin with a mark that no other run has, of this
 * catalogue or another, and no photo can be named so. Thread-safe.
 */
final class PartNames {
  private static final String START = ".photocat-";
  private static final String END = ".part";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int MARK_LENGTH = 10;

  private final String mark;
  private final AtomicLong last = new AtomicLong();

  PartNames(String mark) {
    this.mark = mark;
  }

  /** Returns a new mark. */
  static String newMark() {
    return new SecureRandom()
        .ints(MARK_LENGTH, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  /** Returns a name that has not been used. */
  String next() {
    return START + mark + "-" + last.incrementAndGet() + END;
  }

  /** Tells whether the run with this mark has given {@code name}. */
  static boolean isOf(String mark, String name) {
    return name.startsWith(START + mark + "-") && name.endsWith(END);
  }

  /** Tells whether any run has. */
  static boolean isPart(String name) {
    return name.startsWith(START) && name.endsWith(END);
  }
}
