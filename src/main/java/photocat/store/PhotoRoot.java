package photocat.store;

import java.io.IOException;
import java.util.function.ObjLongConsumer;

/** A whole store as whoever runs it sees it: named, listed, tidied, and closed when done with. */
public interface PhotoRoot extends PhotoStore, AutoCloseable {
  /** Returns where it is, as rows keep it and messages say it; {@link StoreAddress} reads it. */
  String address();

  /** Tells whether there is anything of that address: a folder, or an object below a prefix. */
  boolean isThere();

  /** Tells whether nothing lies below the root, or there is none. */
  boolean isEmpty();

  /** Removes what an interrupted process left half written. */
  void removeParts() throws IOException;

  /**
   * Hands over every file below the root, by its name with {@code /} between segments and its size
   * in bytes; nothing if there is no root.
   */
  void list(ObjLongConsumer<String> files) throws IOException;

  /** Gives up connections; files need none. */
  @Override
  void close();
}
