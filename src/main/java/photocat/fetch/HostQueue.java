package photocat.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The photos that wait for one host, and what may be asked of it. Scheduler's thread only. */
final class HostQueue {
  /** Names move: an address is not used longer than this without another lookup. */
  private static final Duration ADDRESS_LIFE = Duration.ofSeconds(60);

  private final String host;
  private final HostPace pace;
  private final Deque<Task> ready = new ArrayDeque<>();
  private int inFlight;
  private boolean isFree;
  private Resolver.@Nullable Resolution resolution;
  private long resolvedAt;
  private boolean resolving;
  private int nextAddress;
  private boolean listed;

  HostQueue(String host, HostPace pace) {
    this.host = host;
    this.pace = pace;
  }

  String host() {
    return host;
  }

  HostPace pace() {
    return pace;
  }

  Deque<Task> ready() {
    return ready;
  }

  /** Takes all waiting photos out. */
  List<Task> drain() {
    List<Task> all = new ArrayList<>(ready);
    ready.clear();
    return all;
  }

  void sent() {
    inFlight++;
  }

  void back() {
    inFlight--;
  }

  boolean isUnused() {
    return ready.isEmpty() && inFlight == 0 && !resolving && !pace.isParked();
  }

  /** Tells whether it is in the scheduler's list of hosts with work. */
  boolean isListed() {
    return listed;
  }

  void setListed(boolean listed) {
    this.listed = listed;
  }

  boolean needsLookup(long now) {
    return resolution == null || now - resolvedAt > ADDRESS_LIFE.toNanos();
  }

  void resolving() {
    resolving = true;
  }

  /** Takes a lookup's result and whether the host may have as many connections as there are. */
  void resolved(Resolver.Resolution found, boolean mayHaveAll, long now) {
    resolving = false;
    isFree = mayHaveAll;
    resolvedAt = now;
    // A failed lookup is not kept: the next try asks again.
    resolution = found.addresses().isEmpty() ? null : found;
  }

  boolean canSend(long now) {
    return !ready.isEmpty() && !resolving && !pace.isPaused(now);
  }

  boolean hasRoom(FetchSettings settings) {
    return inFlight < (isFree ? settings.connections() : settings.connectionsPerHost());
  }

  /** Returns where to connect; turns through the addresses, so that a dead one is left behind. */
  InetSocketAddress address(int port) {
    List<InetAddress> addresses = Objects.requireNonNull(resolution, "looked up").addresses();
    nextAddress = (nextAddress + 1) % addresses.size();
    return new InetSocketAddress(addresses.get(nextAddress), port);
  }
}
