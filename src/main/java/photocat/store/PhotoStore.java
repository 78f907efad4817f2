package photocat.store;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * Where photos lie. A photo is under its name only when it is whole: it is written aside and takes
 * its name in one step. Thread-safe for different names.
 *
 * <p>Every method that takes a name throws {@link IllegalArgumentException} if {@link
 * StoreName#isSafe} does not hold for it, and {@link IOException} if the store refuses, which is a
 * {@link StoreFullException} where it has no room.
 */
public interface PhotoStore {
  /**
   * Makes sure that photos can be written, so that a run fails before it starts rather than at
   * every photo.
   *
   * @throws photocat.model.PhotocatException of kind FAILED that says what is wrong with the store
   */
  void prepare();

  /** Returns the size in bytes of the photo under {@code name}, or empty if there is none. */
  OptionalLong find(String name) throws IOException;

  /** Opens the photo under {@code name} for reading; the caller closes it. */
  ReadableByteChannel open(String name) throws IOException;

  /** Starts to write the photo {@code name}; the caller commits or discards it. */
  PhotoPart begin(String name) throws IOException;

  /** Gives the photo under {@code name} a further name, in place of what is there. */
  void addName(String name, String furtherName) throws IOException;

  /**
   * Makes sure that photos under {@code names} outlast a power cut, as far as the store promises
   * that. What it cannot make sure of is there no more.
   */
  default void sync(Collection<String> names) throws IOException {}

  /** Returns how much room there is for more photos. */
  default FreeSpace room() {
    return FreeSpace.UNLIMITED;
  }

  /** Returns how many threads that wait for the store make it the fastest: two for a disk. */
  default int workers() {
    return 2;
  }
}
