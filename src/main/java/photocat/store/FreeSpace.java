package photocat.store;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much room a volume has.
 *
 * @param freeBytes what may be written yet
 * @param reserveBytes what is to be left free
 */
public record FreeSpace(long freeBytes, long reserveBytes) {
  /** For a store that never fills. */
  public static final FreeSpace UNLIMITED = new FreeSpace(Long.MAX_VALUE, 0);

  private static final long MOST_RESERVED = 2L << 30;

  /** What a checkpoint of the catalogue takes, and the photos in flight. */
  private static final long LEAST_RESERVED = 64L << 20;

  /**
   * Returns the room of the volume that {@code place} lies on, or would lie on.
   *
   * @param minFreeBytes as in {@link StoreSettings}
   */
  public static FreeSpace at(Path place, long minFreeBytes) {
    Path existing = place.toAbsolutePath();
    while (existing.getParent() != null && Files.notExists(existing)) {
      existing = existing.getParent();
    }
    // Path's own way reads the table of all mounts each time.
    File file = existing.toFile();
    long total = file.getTotalSpace();
    if (total == 0) {
      return UNLIMITED;
    }
    long reserve = minFreeBytes > 0 ? minFreeBytes : usualReserve(total);
    return new FreeSpace(file.getUsableSpace(), reserve);
  }

  static long usualReserve(long totalBytes) {
    long least = Math.min(LEAST_RESERVED, totalBytes / 4);
    return Math.min(MOST_RESERVED, Math.max(least, totalBytes / 100));
  }

  /** Returns what may be written yet, empty for a store that never fills. */
  public OptionalLong left() {
    return freeBytes == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(freeBytes);
  }

  /** Tells whether the reserve is touched. */
  public boolean isLow() {
    return freeBytes < reserveBytes;
  }

  /** Returns the free space at which work may go on: more than the reserve, so as not to flap. */
  public long enoughBytes() {
    return reserveBytes + reserveBytes / 4;
  }
}
