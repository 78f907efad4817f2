package photocat.fetch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one server is asked for, by all hosts that it goes by together. Scheduler's thread only. */
final class Server {
  private final HostRule rule;
  private final ConnectionLimit limit;
  private final Optional<Pace> pace;
  private final ByteQuota quota;
  private final AnswerTimes times;
  private final Deque<HostQueue> waiting = new ArrayDeque<>();

  Server(HostRule rule, HostTimes times) {
    this.rule = rule;
    this.limit = new ConnectionLimit(rule, times);
    this.pace =
        rule.isFast()
            ? Optional.empty()
            : Optional.of(new Pace(rule.requestsPerSecond(), rule.maxRequestsPerSecond()));
    this.quota = ByteQuota.of(rule);
    this.times = new AnswerTimes(times);
  }

  HostRule rule() {
    return rule;
  }

  ConnectionLimit limit() {
    return limit;
  }

  Optional<Pace> pace() {
    return pace;
  }

  ByteQuota quota() {
    return quota;
  }

  AnswerTimes times() {
    return times;
  }

  void sent(long now) {
    limit.sent();
    pace.ifPresent(each -> each.take(now));
  }

  /** An attempt has ended; {@code cap} is what a user allows. */
  void back(Transfer transfer, int cap, long now) {
    limit.back(transfer.receivedBytes());
    quota.spend(transfer.receivedBytes(), now);
    if (transfer.httpStatus().isPresent()) {
      times.add(transfer.firstByte());
    }
    if (limit.isWindowOver(now)) {
      boolean fine = limit.endWindow(now, times.endWindow(), cap);
      pace.ifPresent(each -> each.endWindow(fine));
    }
  }

  /** An answer asked for less; returns whether the server had better rest. */
  boolean complained() {
    pace.ifPresent(Pace::slowDown);
    return limit.complained();
  }

  /** Has {@code host} wait until there is room. */
  void await(HostQueue host) {
    if (!host.isWaiting() && !host.ready().isEmpty()) {
      host.setWaiting(true);
      waiting.add(host);
    }
  }

  /** Takes out the host that has waited longest, or returns null if none does. */
  @Nullable HostQueue next() {
    HostQueue host = waiting.poll();
    if (host != null) {
      host.setWaiting(false);
    }
    return host;
  }
}
