package photocat.http;

import java.time.Instant;
import java.util.List;

/** Remembers what hosts have been asked. One thread at a time. */
public interface UsageBook {
  /**
   * Questions of about the same time.
   *
   * @param at the last of them
   */
  record Asked(Instant at, long questions) {}

  /** Returns what {@code host} has been asked since {@code begin}, the oldest first. */
  List<Asked> since(String host, Instant begin);

  /** Counts one question more. */
  void add(String host, Instant at);
}
