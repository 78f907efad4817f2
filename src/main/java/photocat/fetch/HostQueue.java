package photocat.fetch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The photos that wait for one host, and how that host is. Scheduler's thread only. */
final class HostQueue {
  private final String name;
  private final String host;
  private final HostAddresses addresses;
  private final ThrottlePause pause;
  private final Breaker breaker;
  private final RetryQuota retries = new RetryQuota();
  private final HostCounts counts = new HostCounts();
  private final Refusals refusals = new Refusals();
  private final Deque<Task> ready = new ArrayDeque<>();
  private int inFlight;
  private @Nullable Fault lastFailure;
  private boolean told;
  private @Nullable ServerShare share;
  private boolean listed;
  private boolean waiting;
  private boolean timed;

  /**
   * @param name of the host, with the path where that has limits of its own
   */
  HostQueue(String name, String host, FetchSettings settings) {
    this.name = name;
    this.host = host;
    this.addresses = new HostAddresses(settings);
    this.pause = new ThrottlePause(settings);
    this.breaker = new Breaker(settings);
  }

  String name() {
    return name;
  }

  String host() {
    return host;
  }

  HostAddresses addresses() {
    return addresses;
  }

  ThrottlePause pause() {
    return pause;
  }

  Breaker breaker() {
    return breaker;
  }

  RetryQuota retries() {
    return retries;
  }

  HostCounts counts() {
    return counts;
  }

  Refusals refusals() {
    return refusals;
  }

  Deque<Task> ready() {
    return ready;
  }

  /**
   * Returns the limits that it shares with other names of the same server; null before a lookup.
   */
  @Nullable ServerShare share() {
    return share;
  }

  void setShare(ServerShare share) {
    this.share = share;
  }

  ServerShare requireShare() {
    return Objects.requireNonNull(share, "looked up");
  }

  /** Takes all waiting photos out. */
  List<Task> drain() {
    List<Task> all = new ArrayList<>(ready);
    ready.clear();
    return all;
  }

  int inFlight() {
    return inFlight;
  }

  void sent() {
    inFlight++;
  }

  void back() {
    inFlight--;
  }

  /** It failed, and is left alone if it goes on so. */
  void failed(Fault fault, long now) {
    lastFailure = fault;
    breaker.failed(now);
  }

  /** Returns why the host failed last, once, when it has been given up for that. */
  Optional<Fault> newsOfGivingUp() {
    Optional<Fault> news =
        breaker.isParked() && !told ? Optional.ofNullable(lastFailure) : Optional.empty();
    told |= news.isPresent();
    return news;
  }

  void succeeded() {
    pause.succeeded();
    breaker.succeeded();
  }

  /** Returns why no photo of it can be asked for in this run, or for minutes. */
  Optional<Fault> fault(long now) {
    return pause.isParked() || breaker.isParked()
        ? Optional.of(Fault.HOST_PARKED)
        : addresses.fault(now);
  }

  boolean isPaused(long now) {
    return pause.isPaused(now) || breaker.isOpen(now) || addresses.isPaused(now);
  }

  /** Returns when the pause ends; only while it is paused. */
  long pausedUntil(long now) {
    long until = now;
    if (pause.isPaused(now)) {
      until = Math.max(until, pause.pausedUntil());
    }
    if (breaker.isOpen(now)) {
      until = Math.max(until, breaker.restsUntil());
    }
    return addresses.isPaused(now) ? Math.max(until, addresses.pausedUntil()) : until;
  }

  boolean isUnused(long now) {
    return ready.isEmpty() && inFlight == 0 && !addresses.isAsking() && fault(now).isEmpty();
  }

  /** Strangers are asked on the ports of web servers only. */
  boolean mayBeAsked(Task task) {
    return task.target().hasUsualPort() || addresses.isPrivate();
  }

  /** Tells whether it is in the scheduler's list of hosts with work. */
  boolean isListed() {
    return listed;
  }

  void setListed(boolean listed) {
    this.listed = listed;
  }

  /** Tells whether it is in its server's list of hosts that wait for room. */
  boolean isWaiting() {
    return waiting;
  }

  void setWaiting(boolean waiting) {
    this.waiting = waiting;
  }

  /** Tells whether a timer will list it. */
  boolean isTimed() {
    return timed;
  }

  void setTimed(boolean timed) {
    this.timed = timed;
  }
}
