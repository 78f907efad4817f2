package photocat.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * What one server is asked for, by all hosts that it goes by and all runs that ask it together.
 * Each run has a {@link ServerShare} of it. Thread-safe.
 */
final class Server {
  /** A run is not always told when another makes room: it asks again so much later. */
  static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final HostRule rule;
  private final ConnectionLimit limit;
  private final Optional<Pace> pace;
  private final ByteQuota quota;
  private final AnswerTimes times;
  private final List<ServerShare> shares = new ArrayList<>();

  /** What a run that wants to send a photo is told. */
  enum Answer {
    /** It counts as sent. */
    GRANTED,
    /** No room, or another run comes first. */
    FULL,
    /** The pace does not allow it yet. */
    TOO_SOON
  }

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

  /** Returns the share of {@code run}, which has one from now on. */
  synchronized ServerShare shareOf(Servers run) {
    for (ServerShare share : shares) {
      if (share.run() == run) {
        return share;
      }
    }
    ServerShare share = new ServerShare(this, run);
    shares.add(share);
    return share;
  }

  /** A run is over, and with it whatever it has in flight. */
  synchronized void remove(ServerShare share) {
    if (shares.remove(share)) {
      limit.leave(share.turn().inFlight());
    }
  }

  synchronized boolean hasInFlight(ServerShare share) {
    return share.turn().inFlight() > 0;
  }

  synchronized boolean isUsed() {
    return !shares.isEmpty();
  }

  /** Tells whether room may be made that the run is not told of. */
  synchronized boolean mustBeAskedAgain(ServerShare share) {
    return shares.size() > 1 || share.turn().inFlight() == 0;
  }

  /** Asks for room for one photo; {@code cap} is what a user allows the run. */
  synchronized Answer take(ServerShare share, int cap, long now) {
    FairTurn turn = share.turn();
    if (turn.inFlight() >= cap) {
      turn.stopsWaiting();
      return Answer.FULL;
    }
    if (roomFor(share, cap) <= 0) {
      turn.waits(now, now + LOOK_AGAIN_NANOS);
      return Answer.FULL;
    }
    long wait = paceNanos(now);
    if (wait > 0) {
      turn.waits(now, now + wait);
      return Answer.TOO_SOON;
    }
    for (ServerShare other : shares) {
      if (other.turn().goesBefore(turn, now)) {
        turn.waits(now, now + LOOK_AGAIN_NANOS);
        return Answer.FULL;
      }
    }
    turn.stopsWaiting();
    turn.sent();
    limit.sent();
    pace.ifPresent(each -> each.take(now));
    return Answer.GRANTED;
  }

  /** An attempt has ended. */
  synchronized void back(ServerShare share, Transfer transfer, int cap, long now) {
    share.turn().back();
    limit.back(transfer.receivedBytes());
    quota.spend(transfer.receivedBytes(), now);
    if (transfer.httpStatus().isPresent()) {
      times.add(transfer.firstByte());
    }
    if (limit.isWindowOver(now)) {
      boolean fine = limit.endWindow(now, times.endWindow(), capOfAll(share, cap));
      pace.ifPresent(each -> each.endWindow(fine));
    }
    for (ServerShare other : shares) {
      if (other.turn().goesBefore(share.turn(), now)) {
        other.wake();
      }
    }
  }

  /** A photo on its way takes no connection from the others any more. */
  synchronized void leave(ServerShare share) {
    share.turn().back();
    limit.leave(1);
  }

  /** It does again. */
  synchronized void comeBack(ServerShare share) {
    share.turn().sent();
    limit.comeBack();
  }

  synchronized void succeeded(ServerShare share, int cap) {
    limit.succeeded(capOfAll(share, cap));
  }

  /** An answer asked for less; returns whether the server had better rest. */
  synchronized boolean complained() {
    pace.ifPresent(Pace::slowDown);
    return limit.complained();
  }

  /** The server was not to be reached, or said nothing in time. */
  synchronized void silent() {
    limit.silent();
  }

  /** Counts what it sent before it was known. */
  synchronized void sentBefore(long bytes, long at) {
    quota.spend(bytes, at);
  }

  /** Returns how long its quota is spent, zero if it may be asked. */
  synchronized Duration spentFor(long now) {
    return quota.spentFor(now);
  }

  /** Returns how long its pace has the next request wait. */
  synchronized long paceNanos(long now) {
    return pace.map(each -> each.waitNanos(now)).orElse(0L);
  }

  /** Returns how many more photos the run may have in flight, less than one if none. */
  synchronized int roomFor(ServerShare share, int cap) {
    return limit.limit(capOfAll(share, cap)) - limit.inFlight();
  }

  /** Returns how many photos may be in flight. */
  synchronized int limit(int cap) {
    return limit.limit(cap);
  }

  synchronized OptionalDouble perSecond() {
    return pace.isPresent() ? OptionalDouble.of(pace.get().perSecond()) : OptionalDouble.empty();
  }

  /** Returns the median of the time to the first byte. */
  synchronized Optional<Duration> firstByte() {
    return times.median();
  }

  /** Returns in one word why there are no more photos in flight. */
  synchronized String heldBackBy(ServerShare share, int cap) {
    int itsOwn = share.turn().inFlight();
    if (itsOwn < cap && itsOwn < limit.inFlight() && roomFor(share, cap) <= 0) {
      return "shared";
    }
    return limit.isReached(capOfAll(share, cap)) ? limit.state() : "overall";
  }

  /** What one run may have in flight besides what others have. */
  private int capOfAll(ServerShare share, int cap) {
    return cap + limit.inFlight() - share.turn().inFlight();
  }
}
