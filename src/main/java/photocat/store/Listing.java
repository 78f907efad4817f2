package photocat.store;

/** Hears what lies in a store. */
public interface Listing {
  /** There is a file of this name, with {@code /} between segments, and this size. */
  void file(String name, long sizeBytes);

  /** There may be more, which cannot be looked at. */
  void unread(Unread unread);
}
