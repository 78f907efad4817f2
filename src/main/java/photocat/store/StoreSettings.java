package photocat.store;

/**
 * How photos are stored.
 *
 * @param fsync when they are forced to the disk
 * @param minFreeBytes free space below which nothing more is stored; 0 for a hundredth of the
 *     volume, but 64 MiB at least and 2 GiB at most, and no more than a quarter of a tiny volume
 */
public record StoreSettings(Fsync fsync, long minFreeBytes) {
  /** What holds unless a user says otherwise. */
  public static final StoreSettings DEFAULTS = new StoreSettings(Fsync.BATCH, 0);

  public StoreSettings {
    if (minFreeBytes < 0) {
      throw new IllegalArgumentException(
          "store.min-free is " + minFreeBytes + ", must be 0 or more");
    }
  }

  /** The same with another policy. */
  public StoreSettings withFsync(Fsync fsync) {
    return new StoreSettings(fsync, minFreeBytes);
  }
}
