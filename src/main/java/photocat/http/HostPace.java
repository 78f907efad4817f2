package photocat.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import photocat.http.UsageBook.Asked;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Keeps questions to hosts apart as the hosts ask for, over runs too. One thread at a time. */
public final class HostPace {
  private static final Duration DAY = Duration.ofDays(1);

  private final Map<String, HostLimit> limits = new HashMap<>();
  private final UsageBook book;
  private final Timekeeper time;

  /** Keeps {@code limits}; hosts that have none may be asked at any time. */
  public HostPace(List<HostLimit> limits, UsageBook book, Timekeeper time) {
    limits.forEach(limit -> this.limits.put(limit.host(), limit));
    this.book = book;
    this.time = time;
  }

  /**
   * Waits until {@code host} may be asked, and counts the question.
   *
   * @throws PhotocatException {@link ExitStatus#PARTIAL} when its day's questions are spent
   */
  void await(String host, Cancellation cancellation) {
    HostLimit limit = limits.get(host.toLowerCase(Locale.ROOT));
    if (limit == null) {
      return;
    }
    Instant now = time.now();
    List<Asked> asked = book.since(limit.host(), now.minus(DAY));
    if (limit.perDay() > 0) {
      checkDay(limit, asked, now);
    }
    Duration early = early(limit, asked, now);
    if (early.compareTo(Duration.ZERO) > 0) {
      time.pause(early, cancellation);
    }
    book.add(limit.host(), time.now());
  }

  /** A clock that was set back makes nobody wait for longer than the pace itself. */
  private static Duration early(HostLimit limit, List<Asked> asked, Instant now) {
    Optional<Duration> since =
        asked.isEmpty()
            ? Optional.empty()
            : Optional.of(Duration.between(asked.get(asked.size() - 1).at(), now));
    return since
        .filter(passed -> !passed.isNegative())
        .map(passed -> limit.between().minus(passed))
        .orElse(since.isPresent() ? limit.between() : Duration.ZERO);
  }

  private static void checkDay(HostLimit limit, List<Asked> asked, Instant now) {
    long sum = asked.stream().mapToLong(Asked::questions).sum();
    if (sum >= limit.perDay()) {
      Duration left = Duration.between(now, asked.get(0).at().plus(DAY));
      throw PhotocatException.of(
              ExitStatus.PARTIAL,
              "%s has been asked %s within a day, which is all that it bears (%s)"
                  .formatted(limit.host(), Amounts.count(sum, "question"), limit.why()))
          .withHint("what came is kept; the same command goes on in " + Amounts.duration(left));
    }
  }
}
