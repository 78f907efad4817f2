package photocat.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a host is, and when to ask for that again: an address is used for a minute, and on when no
 * name server answers; a name that cannot be found is asked for three times, then left alone for
 * some minutes. Times are those of {@link System#nanoTime}. Not thread-safe.
 */
final class HostAddresses {
  private static final int TRIES = 3;

  private final HostTimes times;
  private final Duration firstPause;
  private List<InetAddress> addresses = List.of();
  private boolean isPrivate;
  private int next;
  private long validUntil;
  private boolean asking;
  private int failures;
  private long pausedUntil;
  private boolean paused;
  private @Nullable Fault fault;
  private long faultUntil;

  HostAddresses(FetchSettings settings) {
    this.times = settings.politeness().times();
    this.firstPause = settings.pause();
  }

  /** Returns why the host cannot be asked for anything now, or empty if it can be tried. */
  Optional<Fault> fault(long now) {
    if (fault != null && faultUntil - now <= 0) {
      fault = null;
    }
    return Optional.ofNullable(fault);
  }

  boolean isPaused(long now) {
    return fault(now).isPresent() || (paused && pausedUntil - now > 0);
  }

  /** Returns when the name may be asked for again; only while it is paused. */
  long pausedUntil() {
    return fault == null ? pausedUntil : faultUntil;
  }

  boolean isAsking() {
    return asking;
  }

  boolean isKnown() {
    return !addresses.isEmpty();
  }

  /** Tells whether the name should be asked for. */
  boolean isNeeded(long now) {
    return !asking && (addresses.isEmpty() || validUntil - now <= 0);
  }

  void ask() {
    asking = true;
  }

  void found(Resolver.Resolution found, long now) {
    asking = false;
    paused = false;
    Fault wrong = found.fault();
    boolean isLate = wrong != null && wrong.equals(Fault.DNS_FAILED);
    if (wrong == null) {
      addresses = found.addresses();
      isPrivate = found.isPrivate();
      validUntil = now + times.nameLife().toNanos();
      failures = 0;
    } else if (isLate && !addresses.isEmpty()) {
      validUntil = now + times.nameLife().toNanos();
    } else {
      addresses = List.of();
      failed(wrong, now);
    }
  }

  /** Returns where to connect; turns through the addresses, so that a dead one is left behind. */
  InetSocketAddress next(int port) {
    next = (next + 1) % addresses.size();
    return new InetSocketAddress(addresses.get(next), port);
  }

  /** Tells whether only private addresses were found. */
  boolean isPrivate() {
    return isPrivate;
  }

  private void failed(Fault wrong, long now) {
    failures++;
    if (wrong.kind() == Fault.Kind.REFUSED || failures >= TRIES) {
      failures = 0;
      fault = Objects.requireNonNull(wrong, "fault");
      faultUntil = now + times.missingNameLife().toNanos();
    } else {
      paused = true;
      pausedUntil = now + firstPause.multipliedBy(1L << (failures - 1)).toNanos();
    }
  }
}
