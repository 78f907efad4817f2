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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The photos that wait, by host. Hosts take turns, each within its limit; one that pauses, is being
 * looked up or is at its limit holds up nobody else. Scheduler's thread only.
 */
final class Hosts {
  private static final String OBJECT_STORES = ".amazonaws.com";
  private static final int MOST_REMEMBERED = 10_000;

  private final FetchLimits limits;
  private final Resolver resolver;
  private final Mailbox mailbox;
  private final BiConsumer<Task, Fault> unreachable;
  private final Map<String, HostQueue> byName = new HashMap<>();

  /** Each with photos that could perhaps be sent now. */
  private final Deque<HostQueue> listed = new ArrayDeque<>();

  /**
   * @param unreachable told of photos that cannot be asked for, as their host has no allowed
   *     address or is given up
   */
  Hosts(
      FetchLimits limits, Resolver resolver, Mailbox mailbox, BiConsumer<Task, Fault> unreachable) {
    this.limits = limits;
    this.resolver = resolver;
    this.mailbox = mailbox;
    this.unreachable = unreachable;
  }

  void add(Task task) {
    if (byName.size() > MOST_REMEMBERED) {
      byName.values().removeIf(HostQueue::isUnused);
    }
    HostQueue host =
        byName.computeIfAbsent(
            task.target().host(), name -> new HostQueue(name, new HostPace(limits.settings())));
    host.ready().add(task);
    list(host);
  }

  /** Takes the next photo that may be asked for now, or returns null if there is none. */
  @Nullable Task take() {
    for (HostQueue host = listed.poll(); host != null; host = listed.poll()) {
      host.setListed(false);
      long now = System.nanoTime();
      if (host.pace().isParked()) {
        giveUp(host, Fault.HOST_PARKED);
      } else if (host.canSend(now) && host.needsLookup(now)) {
        lookUp(host);
      } else if (host.canSend(now) && host.hasRoom(limits.settings())) {
        Task task = host.ready().remove();
        task.taken(host);
        host.sent();
        list(host);
        return task;
      }
      // Else it is listed again by what it waits for: an answer, a lookup, the end of a pause.
    }
    return null;
  }

  InetSocketAddress address(Task task) {
    return task.host().address(task.target().port());
  }

  /** An attempt has ended: the host has room again. */
  void back(Task task) {
    task.host().back();
    list(task.host());
  }

  void succeeded(Task task) {
    task.host().pace().succeeded();
  }

  /** Draws conclusions about the host from a fault of one photo. */
  void faulted(Task task, Fault fault, Optional<Duration> retryAfter) {
    HostPace pace = task.host().pace();
    long now = System.nanoTime();
    switch (fault.kind()) {
      case THROTTLED -> pace.throttled(now, retryAfter);
      case TRANSIENT, SLOW -> pace.failed(now);
      case PARKED -> {}
      case CONTENT, GONE, REFUSED, FAILED -> pace.succeeded();
    }
    listAfterPause(task.host());
  }

  /** Takes out all photos that wait. */
  List<Task> drain() {
    List<Task> all = new ArrayList<>();
    byName.values().forEach(host -> all.addAll(host.drain()));
    return all;
  }

  private void list(HostQueue host) {
    if (!host.isListed() && !host.ready().isEmpty()) {
      host.setListed(true);
      listed.add(host);
    }
  }

  private void listAfterPause(HostQueue host) {
    if (host.pace().isPaused(System.nanoTime())) {
      mailbox.executeAt(host.pace().pausedUntil(), () -> list(host));
    }
  }

  private void giveUp(HostQueue host, Fault fault) {
    host.drain().forEach(task -> unreachable.accept(task, fault));
  }

  private void lookUp(HostQueue host) {
    host.resolving();
    resolver.resolve(host.host(), found -> mailbox.execute(() -> lookedUp(host, found)));
  }

  private void lookedUp(HostQueue host, Resolver.Resolution found) {
    boolean isFree = found.isPrivate() || host.host().endsWith(OBJECT_STORES);
    long now = System.nanoTime();
    host.resolved(found, isFree, now);
    if (found.fault() == null) {
      list(host);
      return;
    }
    if (found.fault().kind() == Fault.Kind.TRANSIENT) {
      host.pace().failed(now);
    }
    giveUp(host, found.fault());
    listAfterPause(host);
  }
}
