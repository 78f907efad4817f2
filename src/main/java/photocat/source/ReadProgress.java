package photocat.source;

import java.util.OptionalLong;

/** Hears how far a source has been read. Called often, by the thread that reads. */
@FunctionalInterface
public interface ReadProgress {
  /**
   * Says that {@code readBytes} of the source, compressed as it is, have been read so far.
   *
   * @param totalBytes the source's size where it is known
   */
  void read(long readBytes, OptionalLong totalBytes);
}
