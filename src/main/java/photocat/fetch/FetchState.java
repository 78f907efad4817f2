package photocat.fetch;

import java.util.Locale;

/** How far a photo is. The words are kept in the catalogue and read by people. */
public enum FetchState {
  /** Not tried, or dropped because the run was stopped. */
  PENDING,
  /** Being fetched. */
  ACTIVE,
  /** Fetched, whole, under its name. */
  DONE,
  /** Found whole under its name and not fetched. */
  ADOPTED,
  /** Not fetched for a reason that may pass; the next run tries again. */
  RETRY,
  /** The server says that it does not exist (any more). */
  GONE,
  /** The server denies it, or a rule of photocat forbids the address. */
  REFUSED,
  /** What the server sends is not a whole photo. */
  FAILED;

  /**
   * Returns the state that {@code word} names.
   *
   * @throws IllegalArgumentException if none does
   */
  public static FetchState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Returns the word kept in the catalogue, for example {@code done}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether the photo is whole under its name. */
  public boolean isStored() {
    return this == DONE || this == ADOPTED;
  }
}
