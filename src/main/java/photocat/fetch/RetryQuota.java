package photocat.fetch;

/**
 * How many retries a host is asked for: each takes tokens, and gives them back when its photo
 * arrives, so that a host in trouble is not asked for everything four times. Not thread-safe.
 */
final class RetryQuota {
  private static final int FULL = 500;
  private static final int AFTER_A_FAULT = 14;
  private static final int AFTER_THROTTLING = 5;

  private int tokens = FULL;

  /** Returns what a retry after such a fault takes. */
  static int price(Fault.Kind fault) {
    return switch (fault) {
      case TRANSIENT -> AFTER_A_FAULT;
      case THROTTLED -> AFTER_THROTTLING;
      case PARKED, SLOW, CONTENT, GONE, REFUSED, FAILED -> 0;
    };
  }

  /** Takes {@code price} if it is there. */
  boolean take(int price) {
    if (price > tokens) {
      return false;
    }
    tokens -= price;
    return true;
  }

  /** A photo has arrived whose retry took {@code price}, 0 if there was none. */
  void giveBack(int price) {
    tokens = Math.min(FULL, tokens + Math.max(1, price));
  }
}
