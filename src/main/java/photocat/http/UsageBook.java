package photocat.http;

import java.time.Instant;
import java.util.List;

/** Remembers over runs what hosts have been asked. One thread at a time. */
public interface UsageBook {
  /** Keeps nothing. */
  static UsageBook ofThisRun() {
    return new UsageBook() {
      private final java.util.ArrayDeque<Asked> all = new java.util.ArrayDeque<>();

      @Override
      public List<Asked> since(String host, Instant begin) {
        return all.stream().filter(each -> !each.at().isBefore(begin)).toList();
      }

      @Override
      public void add(String host, Instant at) {
        all.add(new Asked(at, 1));
      }
    };
  }

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
