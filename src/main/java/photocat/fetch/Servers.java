package photocat.fetch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The servers behind the hosts of one run. Names that share a row of the table share one, and names
 * of small hosts that share an address: many museums' names lead to one machine. Scheduler's thread
 * only; closed after the connections, as what it has in flight is free then.
 */
final class Servers implements AutoCloseable {
  private final SharedServers shared;
  private final Politeness politeness;
  private final Set<ServerShare> shares = new HashSet<>();
  private List<PastTraffic> past = List.of();
  private Consumer<ServerShare> waker = share -> {};

  Servers(SharedServers shared, Politeness politeness) {
    this.shared = shared;
    this.politeness = politeness;
    shared.enter();
  }

  /** Has {@code traffic} count for the quotas of servers that no run asks yet, the oldest first. */
  void count(List<PastTraffic> traffic) {
    past = List.copyOf(traffic);
  }

  /**
   * Has {@code listener} told, on any thread, where there may be room; before hosts are assigned.
   */
  void onRoom(Consumer<ServerShare> listener) {
    waker = listener;
  }

  void wake(ServerShare share) {
    waker.accept(share);
  }

  /**
   * Gives {@code host} its server, once its addresses are known. Returns what was found, or why the
   * host cannot be asked all the same.
   */
  Resolver.Resolution assign(HostQueue host, Resolver.Resolution found) {
    if (found.fault() != null) {
      return found;
    }
    String path = host.name().substring(host.host().length());
    HostRule rule = politeness.hosts().rule(host.host(), path, found.isPrivate());
    if (rule.needsContact() && politeness.contact().isEmpty()) {
      return Resolver.Resolution.failed(Fault.NO_CONTACT);
    }
    ServerShare before = host.share();
    if (before == null || !before.server().rule().equals(rule)) {
      ServerShare share = shared.share(this, rule, names(host, rule, found), () -> server(rule));
      shares.add(share);
      host.setShare(share);
    }
    return found;
  }

  /** Forgets the servers of other hosts, but not what they have sent. */
  void retain(Collection<HostQueue> hosts) {
    Set<ServerShare> unused = new HashSet<>(shares);
    hosts.stream().map(HostQueue::share).filter(Objects::nonNull).forEach(unused::remove);
    unused.removeIf(share -> share.server().hasInFlight(share));
    shares.removeAll(unused);
    shared.release(unused);
  }

  @Override
  public void close() {
    shared.leave(shares);
  }

  /** The name comes before the address, as that may be another at the next lookup. */
  private static List<String> names(HostQueue host, HostRule rule, Resolver.Resolution found) {
    if (rule.isShared()) {
      return List.of(String.join(" ", rule.hosts()) + rule.path());
    }
    return rule.isFast() ? List.of(host.name()) : List.of(host.name(), found.server());
  }

  private Server server(HostRule rule) {
    Server server = new Server(rule, politeness.times());
    long now = System.nanoTime();
    if (rule.hasQuota()) {
      for (PastTraffic each : past) {
        int slash = (each.host() + "/").indexOf('/');
        if (rule.fits(each.host().substring(0, slash), each.host().substring(slash), false)) {
          server.sentBefore(each.receivedBytes(), now - each.ago().toNanos());
        }
      }
    }
    return server;
  }
}
