package photocat.store;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The names that a listing of a bucket has shown, so that a photo whose name is free costs no
 * question. Of fixed size however many there are: a free name may pass for a taken one (one in
 * fifty where there are ten million), never the other way round. Thread-safe.
 */
public final class TakenNames {
  private static final int BITS = 1 << 27;

  private final AtomicLongArray words = new AtomicLongArray(BITS / Long.SIZE);
  private volatile boolean complete;

  /** Takes {@code name}. */
  public void add(String name) {
    long hash = hash(name);
    set((int) hash);
    set((int) (hash >>> 32));
  }

  /** From now on a name that has not been added is free. */
  public void complete() {
    complete = true;
  }

  /** Tells whether {@code name} is free for certain. */
  public boolean isFree(String name) {
    long hash = hash(name);
    return complete && !(isSet((int) hash) && isSet((int) (hash >>> 32)));
  }

  private void set(int bit) {
    int place = bit & (BITS - 1);
    words.accumulateAndGet(place / Long.SIZE, 1L << place, (old, added) -> old | added);
  }

  private boolean isSet(int bit) {
    int place = bit & (BITS - 1);
    return (words.get(place / Long.SIZE) & (1L << place)) != 0;
  }

  /** FNV-1a, stirred so that both halves depend on every character. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }
}
