package photocat.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says how hosts are, and why they are not asked for more. */
final class HostReport {
  private HostReport() {}

  /** Returns the state of those of {@code hosts} that have news. */
  static List<HostState> of(Collection<HostQueue> hosts, int cap, long now) {
    List<HostState> states = new ArrayList<>();
    for (HostQueue host : hosts) {
      boolean busy = host.inFlight() > 0 || !host.ready().isEmpty();
      if (host.counts().isNews(busy)) {
        states.add(state(host, cap, now));
        host.counts().reported(busy);
      }
    }
    return states;
  }

  private static HostState state(HostQueue host, int cap, long now) {
    Optional<Server> server = Optional.ofNullable(host.share()).map(ServerShare::server);
    HostCounts counts = host.counts();
    return new HostState(
        host.name(),
        server.map(each -> each.limit(cap)).orElse(0),
        host.inFlight(),
        host.ready().size(),
        server.map(Server::perSecond).orElse(OptionalDouble.empty()),
        pausedFor(host, now),
        reason(host, cap, now),
        server.flatMap(Server::firstByte),
        counts.answers(),
        counts.allThrottled(),
        counts.allFailed(),
        counts.receivedBytes());
  }

  private static Optional<Duration> pausedFor(HostQueue host, long now) {
    if (host.isPaused(now)) {
      return Optional.of(Duration.ofNanos(host.pausedUntil(now) - now));
    }
    return Optional.ofNullable(host.share())
        .map(share -> share.server().spentFor(now))
        .filter(wait -> !wait.isZero());
  }

  private static String reason(HostQueue host, int cap, long now) {
    Optional<Fault> fault = host.fault(now);
    ServerShare share = host.share();
    if (fault.isPresent()) {
      return fault.get().reason();
    }
    if (host.breaker().isOpen(now) || host.breaker().isProbing(now)) {
      return "failing";
    }
    if (host.pause().isPaused(now)) {
      return "asked_to_wait";
    }
    if (share == null || host.addresses().isPaused(now)) {
      return "looked_up";
    }
    Server server = share.server();
    if (!server.spentFor(now).isZero()) {
      return Fault.QUOTA_SPENT.reason();
    }
    if (host.ready().isEmpty()) {
      return "";
    }
    return server.paceNanos(now) > 0 ? "pace" : server.heldBackBy(share, cap);
  }
}
