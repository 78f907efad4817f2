package photocat.fetch;

import java.util.Set;

/**
 * Tells a host that keeps photos back from one that has shut us out: by how many it refuses in a
 * row. S3 answers 403 for a photo that is gone too, so it is asked on. Not thread-safe.
 */
final class Refusals {
  static final int MANY = 50;
  private static final Set<String> REASONS = Set.of("http_401", "http_403");

  private int inARow;
  private boolean told;

  /** The host gave what it was asked for. */
  void succeeded() {
    inARow = 0;
  }

  /** An attempt ended with {@code fault}; returns true once, when there are many in a row. */
  boolean isNews(Fault fault) {
    if (REASONS.contains(fault.reason())) {
      inARow++;
    } else if (fault.kind() != Fault.Kind.TRANSIENT && fault.kind() != Fault.Kind.THROTTLED) {
      inARow = 0;
    }
    boolean news = inARow >= MANY && !told;
    told |= news;
    return news;
  }
}
