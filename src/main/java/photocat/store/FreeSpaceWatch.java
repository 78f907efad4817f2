package photocat.store;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells whether there is room to write: no longer once the reserve is touched or a write failed for
 * want of room, again once there is somewhat more than the reserve. It may be asked for every
 * photo, since it looks once a second only. Not thread-safe.
 */
public final class FreeSpaceWatch {
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A quota is seen by writing only: a failure soon after the last doubles the wait. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(32);

  private final Supplier<FreeSpace> rooms;
  private final LongSupplier nanos;
  private FreeSpace room;
  private boolean open;
  private long lookedAt;
  private long waitNanos = LOOK_NANOS;

  /** Watches the room that {@code rooms} tells, by the clock of {@link System#nanoTime}. */
  public FreeSpaceWatch(Supplier<FreeSpace> rooms) {
    this(rooms, System::nanoTime);
  }

  /** The same by another clock. */
  public FreeSpaceWatch(Supplier<FreeSpace> rooms, LongSupplier nanos) {
    this.rooms = rooms;
    this.nanos = nanos;
    this.room = rooms.get();
    this.open = !room.isLow();
    this.lookedAt = nanos.getAsLong();
  }

  /** Tells whether more may be written. */
  public boolean isOpen() {
    long now = nanos.getAsLong();
    if (now - lookedAt >= waitNanos) {
      look(now);
    }
    return open;
  }

  /** Returns the room as it was seen last. */
  public FreeSpace room() {
    return room;
  }

  /** Says that a write failed for want of room. */
  public void full() {
    if (open) {
      open = false;
      waitNanos = Math.min(LONGEST_WAIT_NANOS, 2 * waitNanos);
      room = rooms.get();
      lookedAt = nanos.getAsLong();
    }
  }

  private void look(long now) {
    lookedAt = now;
    room = rooms.get();
    if (!open) {
      open = room.freeBytes() >= room.enoughBytes();
    } else if (room.isLow()) {
      open = false;
    } else {
      waitNanos = LOOK_NANOS;
    }
  }
}
