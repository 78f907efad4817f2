package photocat.fetch;

/**
 * How many photos may be on their way from one server at a time: begins small, grows while that
 * brings more bytes, shrinks when the server says that it is too much. Times are those of {@link
 * System#nanoTime}. Not thread-safe.
 *
 * <p>A fast server's limit grows with every photo that arrives, so that it doubles in the time that
 * one photo takes, as TCP's does; any other's once a window. When that has ended, with the first
 * complaint or when more connections brought nothing, it grows by a twentieth a window.
 */
final class ConnectionLimit {
  private static final double CUT = 0.7;
  private static final double GROWTH = 0.05;
  private static final double GAIN = 1.05;

  /** Of many answers a few that ask for less may have other reasons than the load. */
  private static final double MOST_COMPLAINTS = 0.05;

  /** So many connections in a window that were not answered are a complaint too. */
  private static final int SILENCES = 3;

  /** So many raises that bring nothing are enough. */
  private static final int VAIN_RAISES = 2;

  private final boolean fast;
  private final int most;
  private final HostTimes times;
  private double limit;
  private boolean doubling = true;
  private int inFlight;
  private String state = "";

  // The window.
  private long windowStart;
  private boolean windowOpen;
  private long bytes;
  private int answers;
  private int complaints;
  private int silences;
  private int peak;
  private boolean cut;
  private double limitBefore;

  // Over windows.
  private double bytesPerNanoBefore;
  private double raise;
  private int vainRaises;
  private long heldUntil;
  private boolean held;

  ConnectionLimit(HostRule rule, HostTimes times) {
    this.fast = rule.isFast();
    this.most = rule.maxConnections();
    this.times = times;
    this.limit = rule.connections();
    this.limitBefore = limit;
  }

  int inFlight() {
    return inFlight;
  }

  /** Returns how many there may be where a user allows {@code cap}. */
  int limit(int cap) {
    return Math.min((int) limit, cap);
  }

  /** Tells whether there have been as many in this window. */
  boolean isReached(int cap) {
    return peak >= limit(cap);
  }

  /** Returns what happened to the limit last, in one word; empty if nothing did. */
  String state() {
    return state;
  }

  void sent() {
    inFlight++;
    peak = Math.max(peak, inFlight);
  }

  /** Photos on their way take no connection from the others any more. */
  void leave(int photos) {
    inFlight -= photos;
  }

  /** One of these does again. */
  void comeBack() {
    inFlight++;
  }

  /** An attempt has ended and brought so many bytes. */
  void back(long itsBytes) {
    inFlight--;
    bytes += itsBytes;
    answers++;
  }

  /** A photo has arrived. */
  void succeeded(int cap) {
    if (fast && doubling && isUsed(inFlight + 1)) {
      limit = Math.max(limit, Math.min(limit + 1, Math.min(most, cap)));
    }
  }

  /**
   * The server asks for less; returns whether most of its answers do, so that it had better rest.
   */
  boolean complained() {
    complaints++;
    if (complaints > MOST_COMPLAINTS * answers) {
      cut();
    }
    return complaints * 2 > answers;
  }

  /** The server was not to be reached, or said nothing in time. */
  void silent() {
    silences++;
    if (silences >= SILENCES && silences > MOST_COMPLAINTS * answers) {
      cut();
    }
  }

  /** Ends the window if it is over; returns whether it is. */
  boolean isWindowOver(long now) {
    if (!windowOpen) {
      windowOpen = true;
      windowStart = now;
    }
    return now - windowStart >= times.window().toNanos();
  }

  /**
   * Draws conclusions from a window and begins the next.
   *
   * @param flat whether answers came as fast as usual
   * @return whether the server bore it well
   */
  boolean endWindow(long now, boolean flat, int cap) {
    double bytesPerNano = (double) bytes / Math.max(1, now - windowStart);
    if (fast && doubling) {
      raise = limit - limitBefore;
    }
    boolean inVain = raise > 0 && bytesPerNano < bytesPerNanoBefore * GAIN;
    vainRaises = inVain ? vainRaises + 1 : 0;
    boolean fine = !cut && flat;
    if (cut) {
      doubling = false;
      raise = 0;
      state = "throttled";
    } else if (vainRaises >= VAIN_RAISES) {
      hold(now);
    } else if (held && now - heldUntil < 0) {
      raise = 0;
      state = "plateau";
    } else if (!flat) {
      raise = 0;
      state = "slow_answers";
    } else {
      held = false;
      grow(Math.min(most, cap));
    }
    bytesPerNanoBefore = bytesPerNano;
    openWindow(now);
    return fine;
  }

  private void grow(int cap) {
    raise = 0;
    state = limit >= cap ? "at_limit" : "";
    if (isUsed(peak) && limit < cap) {
      double step = doubling ? fast ? 0 : limit : Math.max(1, limit * GROWTH);
      raise = Math.min(step, cap - limit);
      limit += raise;
      state = "growing";
    }
  }

  private void hold(long now) {
    limit = Math.max(1, limit - raise);
    raise = 0;
    vainRaises = 0;
    doubling = false;
    held = true;
    heldUntil = now + times.hold().toNanos();
    state = "plateau";
  }

  private void cut() {
    if (!cut) {
      cut = true;
      doubling = false;
      // What is not in use is not what was too much.
      limit = Math.max(1, CUT * Math.min(limit, peak));
      state = "throttled";
    }
  }

  private boolean isUsed(int connections) {
    return 2 * connections >= (int) limit;
  }

  private void openWindow(long now) {
    windowStart = now;
    bytes = 0;
    answers = 0;
    complaints = 0;
    silences = 0;
    peak = inFlight;
    cut = false;
    limitBefore = limit;
  }
}
