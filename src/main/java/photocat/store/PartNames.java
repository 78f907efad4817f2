package photocat.store;

import java.nio.charset.StandardCharsets;
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
  private static final int OWNER_LENGTH = 8;

  private final String mark;
  private final AtomicLong last = new AtomicLong();

  PartNames(String mark) {
    this.mark = mark;
  }

  /** Returns a new mark of a run that {@code owner} keeps account of. */
  static String newMark(String owner) {
    return letters(owner) + newMark();
  }

  /** Tells whether a mark is of {@code owner}; one of an earlier photocat does not say. */
  static boolean isOwned(String mark, String owner) {
    return mark.length() != OWNER_LENGTH + MARK_LENGTH || mark.startsWith(letters(owner));
  }

  /** FNV-1a: starting up the JDK's digests takes long. */
  private static String letters(String owner) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : owner.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    hash ^= hash >>> Integer.SIZE;
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < OWNER_LENGTH; i++) {
      letters.append(LETTERS.charAt((int) (hash >>> (5 * i)) & 31));
    }
    return letters.toString();
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
