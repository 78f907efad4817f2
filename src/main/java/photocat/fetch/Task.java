package photocat.fetch;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import photocat.store.PhotoStore;

/** A photo on its way through a run. Belongs to the scheduler's thread. */
final class Task {
  private static final int MOST_REDIRECTS = 5;

  private final FetchRequest request;
  private final Executor worker;
  private final IncomingPhoto arrival;
  private final Target first;
  private Target target;
  private int redirects;
  private int attempts;
  private int throttled;
  private boolean started;
  private boolean underWay;
  private int retryPrice;
  private long expectedBytes;
  private final Set<Target> visited = new HashSet<>(1);
  private @Nullable HostQueue host;
  private @Nullable ServerShare share;

  /** All that touches the store is done by {@code worker}. */
  Task(FetchRequest request, Target target, Executor worker, PhotoStore store) {
    this.request = request;
    this.worker = worker;
    this.arrival = new IncomingPhoto(store, request.names());
    this.first = target;
    this.target = target;
  }

  FetchRequest request() {
    return request;
  }

  Executor worker() {
    return worker;
  }

  IncomingPhoto arrival() {
    return arrival;
  }

  /** Returns where to ask next. */
  Target target() {
    return target;
  }

  /** Returns the tries charged to the photo, the one under way included. */
  int attempts() {
    return attempts;
  }

  /** Returns the host that was asked last. */
  HostQueue host() {
    return Objects.requireNonNull(host, "sent");
  }

  /** Returns the server that was asked last. */
  Server server() {
    return share().server();
  }

  /** Returns the run's share of that server. */
  ServerShare share() {
    return Objects.requireNonNull(share, "sent");
  }

  void taken(HostQueue from) {
    host = from;
    share = from.requireShare();
    if (redirects == 0) {
      attempts++;
    }
    underWay = true;
  }

  /** Returns what the retry under way took of the host's quota, 0 if it is none. */
  int retryPrice() {
    return retryPrice;
  }

  void setRetryPrice(int price) {
    retryPrice = price;
  }

  /** Returns the bytes counted in advance for the attempt under way. */
  long expectedBytes() {
    return expectedBytes;
  }

  void expect(long bytes) {
    expectedBytes = bytes;
  }

  /** Returns true the first time. */
  boolean start() {
    boolean isFirst = !started;
    started = true;
    return isFirst;
  }

  /** Tells whether a try has begun and not ended; one that was redirected has not. */
  boolean isUnderWay() {
    return underWay;
  }

  /** Follows a redirect, which is part of the same try. */
  void follow(String location) throws FaultException {
    redirects++;
    visited.add(target);
    target = target.resolve(location);
    if (redirects > MOST_REDIRECTS || visited.contains(target)) {
      throw new FaultException(Fault.REDIRECT);
    }
  }

  /** Returns what {@code found} is for this photo: a redirect may have led to its target. */
  Fault faultOfTarget(Fault found) {
    boolean redirected = redirects > 0;
    return redirected && found.equals(Fault.BLOCKED_ADDRESS) ? Fault.BLOCKED_REDIRECT : found;
  }

  /** The try came to nothing through no fault of photo or host. */
  void free() {
    if (underWay && attempts > 0) {
      attempts--;
    }
    underWay = false;
    redirects = 0;
    target = first;
  }

  /** The try failed with {@code fault}; returns how many did so, for the retry policy. */
  int failed(Fault.Kind fault) {
    underWay = false;
    redirects = 0;
    visited.clear();
    target = first;
    if (fault == Fault.Kind.THROTTLED) {
      attempts--;
      throttled++;
      return throttled;
    }
    return attempts;
  }
}
