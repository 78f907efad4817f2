package photocat.store;

import java.util.Arrays;
import java.util.Locale;

/** When photos are forced to the disk, so that they outlast a power cut. */
public enum Fsync {
  /** Never: the operating system writes them when it likes. */
  NONE,
  /** Many at once, before their rows are written. */
  BATCH,
  /** Each before it takes its name, and the folders before the rows are written. */
  STRICT;

  /**
   * Returns the policy that {@code word} names.
   *
   * @throws IllegalArgumentException if none does
   */
  static Fsync of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no policy: " + word));
  }

  /** Returns the word for users, for example {@code batch}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
