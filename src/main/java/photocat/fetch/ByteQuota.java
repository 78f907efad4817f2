package photocat.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * How many bytes a host gives within an hour and a day, counted over whatever hour and day end now.
 * Times are those of {@link System#nanoTime}. Not thread-safe.
 */
final class ByteQuota {
  /** What came within one of these is counted as one, and as long as the last of it. */
  private static final long GRAIN_NANOS = Duration.ofMinutes(1).toNanos();

  /** So much is to be free again before a host is asked again, or it would be for one photo. */
  private static final double WORTH_A_START = 0.1;

  private final List<Limit> limits;
  private final Deque<Spent> spent = new ArrayDeque<>();

  private record Limit(long bytes, long nanos) {}

  private record Spent(long at, long bytes) {}

  private ByteQuota(List<Limit> limits) {
    this.limits = limits;
  }

  static ByteQuota of(HostRule rule) {
    List<Limit> limits = new ArrayList<>();
    if (rule.bytesPerHour() > 0) {
      limits.add(new Limit(rule.bytesPerHour(), Duration.ofHours(1).toNanos() + GRAIN_NANOS));
    }
    if (rule.bytesPerDay() > 0) {
      limits.add(new Limit(rule.bytesPerDay(), Duration.ofDays(1).toNanos() + GRAIN_NANOS));
    }
    return new ByteQuota(limits);
  }

  /** Counts bytes; calls come in the order of {@code at}. */
  void spend(long bytes, long at) {
    if (limits.isEmpty() || bytes == 0) {
      return;
    }
    Spent last = spent.peekLast();
    boolean joins = last != null && at - last.at() < GRAIN_NANOS;
    if (joins) {
      spent.removeLast();
      spent.add(new Spent(last.at(), last.bytes() + bytes));
    } else {
      spent.add(new Spent(at, bytes));
    }
    long longest = limits.stream().mapToLong(Limit::nanos).max().orElse(0);
    while (at - spent.element().at() >= longest) {
      spent.remove();
    }
  }

  /** Returns how long the host is to be left alone, zero if it may be asked. */
  Duration spentFor(long now) {
    long nanos = 0;
    for (Limit limit : limits) {
      nanos = Math.max(nanos, spentFor(limit, now));
    }
    return Duration.ofNanos(nanos);
  }

  private long spentFor(Limit limit, long now) {
    List<Spent> counted = spent.stream().filter(each -> now - each.at() < limit.nanos()).toList();
    long sum = counted.stream().mapToLong(Spent::bytes).sum();
    if (sum < limit.bytes()) {
      return 0;
    }
    double over = sum - limit.bytes() * (1 - WORTH_A_START);
    Iterator<Spent> oldest = counted.iterator();
    Spent next = oldest.next();
    for (over -= next.bytes(); over > 0 && oldest.hasNext(); over -= next.bytes()) {
      next = oldest.next();
    }
    return next.at() + limit.nanos() - now;
  }
}
