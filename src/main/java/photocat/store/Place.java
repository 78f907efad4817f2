package photocat.store;

/**
 * Where a photo lies.
 *
 * @param folder below the root, with {@code /} between segments; empty for the root itself
 * @param file its name there
 */
record Place(String folder, String file) {
  /** Splits a photo's name; fails if it is none. */
  static Place of(String name) {
    if (!StoreName.isSafe(name)) {
      throw new IllegalArgumentException("unsafe name in a photo store: " + name);
    }
    int slash = name.lastIndexOf('/');
    return new Place(name.substring(0, Math.max(0, slash)), name.substring(slash + 1));
  }
}
