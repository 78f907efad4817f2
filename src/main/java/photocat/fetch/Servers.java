package photocat.fetch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The servers behind the hosts. Names that share a row of the table share one, and names of small
 * hosts that share an address: many museums' names lead to one machine. Scheduler's thread only.
 */
final class Servers {
  private final Politeness politeness;
  private final List<PastTraffic> past;
  private final Map<String, Server> byKey = new HashMap<>();

  /**
   * @param past what counts for the quotas, the oldest first
   */
  Servers(Politeness politeness, List<PastTraffic> past) {
    this.politeness = politeness;
    this.past = past;
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
    if (host.server() == null || !host.server().rule().equals(rule)) {
      host.setServer(byKey.computeIfAbsent(key(host, rule, found), key -> server(rule)));
    }
    return found;
  }

  /** Forgets the servers of other hosts, but not what they have sent. */
  void retain(Collection<HostQueue> hosts) {
    Set<Server> used = hosts.stream().map(HostQueue::server).collect(Collectors.toSet());
    byKey.values().removeIf(server -> !used.contains(server) && !server.rule().hasQuota());
  }

  private static String key(HostQueue host, HostRule rule, Resolver.Resolution found) {
    if (rule.isShared()) {
      return String.join(" ", rule.hosts()) + rule.path();
    }
    return rule.isFast() ? host.name() : found.server();
  }

  private Server server(HostRule rule) {
    Server server = new Server(rule, politeness.times());
    long now = System.nanoTime();
    if (rule.hasQuota()) {
      for (PastTraffic each : past) {
        int slash = (each.host() + "/").indexOf('/');
        if (rule.fits(each.host().substring(0, slash), each.host().substring(slash), false)) {
          server.quota().spend(each.receivedBytes(), now - each.ago().toNanos());
        }
      }
    }
    return server;
  }
}
