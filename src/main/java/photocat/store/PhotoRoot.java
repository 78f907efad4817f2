package photocat.store;

import java.io.IOException;
import java.util.function.Consumer;

/** A whole store as whoever runs it sees it: named, listed, tidied, and closed when done with. */
public interface PhotoRoot extends PhotoStore, AutoCloseable {
  /** Returns where it is, as rows keep it and messages say it; {@link StoreAddress} reads it. */
  String address();

  /** Tells whether there is anything of that address: a folder, or an object below a prefix. */
  boolean isThere();

  /** Tells whether there is nothing at all below the root, for certain. */
  boolean isEmpty();

  /** Tells whether all that was begun here has taken its name or is gone. */
  boolean isTidy();

  /** Removes what runs left half written, and nothing of anybody else; tells what stays. */
  void remove(Leftovers left, Consumer<Unread> unread);

  /**
   * Hands over every file below the root; nothing if there is no root.
   *
   * @throws IOException if the root itself cannot be looked at
   */
  void list(Listing listing) throws IOException;

  /** Gives up connections; files need none. */
  @Override
  void close();
}
