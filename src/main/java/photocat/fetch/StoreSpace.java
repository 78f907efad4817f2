package photocat.fetch;

import photocat.store.FreeSpaceWatch;
import photocat.store.PhotoStore;

/**
 * Whether the store has room for more photos, which the listener hears. Scheduler's thread only.
 */
final class StoreSpace {
  private final FreeSpaceWatch watch;
  private final FetchListener listener;
  private boolean paused;

  StoreSpace(PhotoStore store, FetchListener listener) {
    this.watch = new FreeSpaceWatch(store::room);
    this.listener = listener;
  }

  boolean isOpen() {
    boolean open = watch.isOpen();
    if (open == paused) {
      paused = !open;
      if (paused) {
        listener.paused(watch.room());
      } else {
        listener.resumed();
      }
    }
    return open;
  }

  /** A photo could not be written for want of room. */
  void full() {
    watch.full();
  }
}
