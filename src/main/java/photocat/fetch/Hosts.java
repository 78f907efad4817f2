package photocat.fetch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The photos that wait, by host. Hosts take turns, each within its limits; one that pauses, is
 * being looked up or is at its limit holds up nobody else. Scheduler's thread only.
 */
final class Hosts {
  private static final int MOST_REMEMBERED = 10_000;

  private final FetchLimits limits;
  private final Resolver resolver;
  private final Mailbox mailbox;
  private final FetchListener listener;
  private final Unreachable unreachable;
  private final Servers servers;
  private final Map<String, HostQueue> byName = new HashMap<>();

  /** Each with photos that could perhaps be sent now. */
  private final Deque<HostQueue> listed = new ArrayDeque<>();

  /** Told of photos that cannot be asked for, and when they can, if that is known. */
  @FunctionalInterface
  interface Unreachable {
    void tell(Task task, Fault fault, Optional<Duration> retryIn);
  }

  Hosts(Engine engine, Mailbox mailbox, FetchListener listener, Unreachable unreachable) {
    this.limits = engine.limits();
    this.resolver = engine.resolver();
    this.mailbox = mailbox;
    this.listener = listener;
    this.unreachable = unreachable;
    this.servers = engine.servers();
    servers.onRoom(share -> mailbox.execute(() -> askNow(share)));
  }

  void add(Task task) {
    if (byName.size() > MOST_REMEMBERED) {
      long now = System.nanoTime();
      byName.values().removeIf(host -> host.isUnused(now));
      servers.retain(byName.values());
    }
    Target target = task.target();
    HostQueue host =
        byName.computeIfAbsent(
            politeness().hosts().name(target),
            name -> new HostQueue(name, target.host(), limits.settings()));
    host.ready().add(task);
    list(host);
  }

  /** Takes the next photo that may be asked for now, or returns null if there is none. */
  @Nullable Task take() {
    for (HostQueue host = listed.poll(); host != null; host = listed.poll()) {
      host.setListed(false);
      Task task = takeFrom(host, System.nanoTime());
      if (task != null) {
        return task;
      }
    }
    return null;
  }

  InetSocketAddress address(Task task) {
    return task.host().addresses().next(task.target().port());
  }

  /**
   * An answer trickles. A server that bears any number of connections may be asked for another
   * photo meanwhile, since a few that trickle would soon take them all; returns whether it is one.
   */
  boolean leaveBehind(Task task) {
    Server server = task.server();
    if (!server.rule().isFast()) {
      return false;
    }
    server.leave(task.share());
    task.share().await(task.host());
    release(task.share());
    return true;
  }

  /** What was left behind has ended. */
  void pickUp(Task task) {
    task.server().comeBack(task.share());
  }

  /** An attempt has ended: the host has room again. */
  void back(Task task, Transfer transfer) {
    HostQueue host = task.host();
    host.back();
    host.counts().ended(transfer);
    task.server().back(task.share(), transfer, cap(), System.nanoTime());
    task.share().await(host);
    release(task.share());
  }

  void succeeded(Task task) {
    task.host().succeeded();
    task.host().refusals().succeeded();
    task.host().retries().giveBack(task.retryPrice());
    task.server().succeeded(task.share(), cap());
    release(task.share());
  }

  /** Draws conclusions about the host from a fault of one photo. */
  void faulted(Task task, Fault fault, Optional<Duration> retryAfter) {
    HostQueue host = task.host();
    long now = System.nanoTime();
    switch (fault.kind()) {
      case THROTTLED -> throttled(task, retryAfter, now);
      case TRANSIENT -> failed(task, fault, now);
      case SLOW -> slow(task, fault, now);
      case PARKED -> {}
      case CONTENT, GONE, REFUSED, FAILED -> host.succeeded();
    }
  }

  /** Takes a retry of {@code task} out of the host's quota; returns false if that is spent. */
  boolean mayRetry(Task task, Fault.Kind fault) {
    int price = RetryQuota.price(fault);
    boolean may = task.host().retries().take(price);
    task.setRetryPrice(may ? price : 0);
    return may;
  }

  /** Returns how the hosts are that have been asked or wait. */
  List<HostState> report() {
    return HostReport.of(byName.values(), cap(), System.nanoTime());
  }

  /** Takes out all photos that wait. */
  List<Task> drain() {
    List<Task> all = new ArrayList<>();
    byName.values().forEach(host -> all.addAll(host.drain()));
    return all;
  }

  private @Nullable Task takeFrom(HostQueue host, long now) {
    Optional<Fault> fault = host.fault(now);
    if (fault.isPresent()) {
      giveUp(host, fault.get(), parkedFor(host, now));
    } else if (host.isPaused(now)) {
      listAt(host, host.pausedUntil(now));
    } else {
      lookUp(host, now);
      // Without an address it is listed again when the answer comes.
      boolean isBusy = host.breaker().isProbing(now) && host.inFlight() > 0;
      if (host.addresses().isKnown() && !isBusy) {
        return takeFrom(host, host.requireShare(), now);
      }
    }
    return null;
  }

  /** An old address is used on until there is a new one. */
  private void lookUp(HostQueue host, long now) {
    if (host.addresses().isNeeded(now)) {
      host.addresses().ask();
      resolver.resolve(host.host(), found -> mailbox.execute(() -> lookedUp(host, found)));
    }
  }

  private @Nullable Task takeFrom(HostQueue host, ServerShare share, long now) {
    Task first = host.ready().peek();
    Duration spentFor = share.server().spentFor(now);
    if (!spentFor.isZero()) {
      giveUp(host, Fault.QUOTA_SPENT, Optional.of(spentFor));
    } else if (first != null && !host.mayBeAsked(first)) {
      host.ready().remove();
      list(host);
      unreachable.tell(first, Fault.BLOCKED_PORT, Optional.empty());
    } else if (first != null) {
      switch (share.server().take(share, cap(), now)) {
        case GRANTED -> {
          host.ready().remove();
          first.taken(host);
          host.sent();
          list(host);
          return first;
        }
        case FULL -> {
          share.await(host);
          askAgain(share);
        }
        case TOO_SOON -> listAt(host, now + share.server().paceNanos(now));
      }
    }
    return null;
  }

  private void throttled(Task task, Optional<Duration> retryAfter, long now) {
    HostQueue host = task.host();
    host.counts().throttled();
    boolean mostly = task.server().complained();
    // One answer of many asks for less; a pause of all would make it much less.
    if (mostly || retryAfter.isPresent()) {
      host.pause().throttled(now, retryAfter);
    }
  }

  private static void failed(Task task, Fault fault, long now) {
    task.host().counts().failed();
    task.host().failed(fault, now);
    if (fault.equals(Fault.CONNECT_TIMEOUT) || fault.equals(Fault.TIMEOUT_HEADER)) {
      task.server().silent();
    }
  }

  /** A host that trickles is there; one that falls silent may not be. */
  private static void slow(Task task, Fault fault, long now) {
    if (fault.equals(Fault.TOO_SLOW)) {
      task.host().counts().failed();
      task.host().succeeded();
    } else {
      failed(task, fault, now);
    }
  }

  private void lookedUp(HostQueue host, Resolver.Resolution found) {
    Resolver.Resolution allowed = servers.assign(host, found);
    host.addresses().found(allowed, System.nanoTime());
    list(host);
  }

  private void list(HostQueue host) {
    if (!host.isListed() && !host.ready().isEmpty()) {
      host.setListed(true);
      listed.add(host);
    }
  }

  private void listAt(HostQueue host, long time) {
    if (!host.isTimed()) {
      host.setTimed(true);
      mailbox.executeAt(
          time,
          () -> {
            host.setTimed(false);
            list(host);
          });
    }
  }

  /** Lists as many of the hosts that wait for the server as it has room for. */
  private void release(ServerShare share) {
    int room = share.server().roomFor(share, cap());
    for (HostQueue host = room > 0 ? share.next() : null; host != null; ) {
      room -= host.ready().isEmpty() ? 0 : 1;
      list(host);
      host = room > 0 ? share.next() : null;
    }
    askAgain(share);
  }

  /** Lists the next host that waits for room which another run may make. */
  private void askAgain(ServerShare share) {
    if (share.isAwaited() && !share.isTimed() && share.server().mustBeAskedAgain(share)) {
      share.setTimed(true);
      mailbox.executeAt(
          System.nanoTime() + Server.LOOK_AGAIN_NANOS,
          () -> {
            share.setTimed(false);
            askNow(share);
          });
    }
  }

  private void askNow(ServerShare share) {
    Optional.ofNullable(share.next()).ifPresent(this::list);
    askAgain(share);
  }

  private void giveUp(HostQueue host, Fault fault, Optional<Duration> retryIn) {
    host.counts().givenUp();
    host.newsOfGivingUp().ifPresent(cause -> listener.givenUp(host.name(), cause.reason()));
    host.drain().forEach(task -> unreachable.tell(task, fault, retryIn));
  }

  /** A host that named a time is asked again only then. */
  private static Optional<Duration> parkedFor(HostQueue host, long now) {
    return host.pause().isParked() && host.pause().isPaused(now)
        ? Optional.of(Duration.ofNanos(host.pause().pausedUntil() - now))
        : Optional.empty();
  }

  private int cap() {
    FetchSettings settings = limits.settings();
    return Math.min(settings.connections(), settings.connectionsPerHost());
  }

  private Politeness politeness() {
    return limits.settings().politeness();
  }
}
