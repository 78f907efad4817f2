package photocat.fetch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One run's share of a server, and its hosts that wait for room there. Scheduler's thread only, but
 * for {@link #wake}.
 */
final class ServerShare {
  private final Server server;
  private final Servers run;
  private final FairTurn turn = new FairTurn();
  private final Deque<HostQueue> waiting = new ArrayDeque<>();
  private boolean timed;

  ServerShare(Server server, Servers run) {
    this.server = server;
    this.run = run;
  }

  Server server() {
    return server;
  }

  Servers run() {
    return run;
  }

  /** Returns where the run stands; the server's alone. */
  FairTurn turn() {
    return turn;
  }

  /** Any thread: tells the run that there may be room. */
  void wake() {
    run.wake(this);
  }

  /** Has {@code host} wait until there is room. */
  void await(HostQueue host) {
    if (!host.isWaiting() && !host.ready().isEmpty()) {
      host.setWaiting(true);
      waiting.add(host);
    }
  }

  /** Tells whether a host waits. */
  boolean isAwaited() {
    return !waiting.isEmpty();
  }

  /** Takes out the host that has waited longest, or returns null if none does. */
  @Nullable HostQueue next() {
    HostQueue host = waiting.poll();
    if (host != null) {
      host.setWaiting(false);
    }
    return host;
  }

  /** Tells whether a timer will take out a host that waits. */
  boolean isTimed() {
    return timed;
  }

  void setTimed(boolean timed) {
    this.timed = timed;
  }
}
