package photocat.command;

/** What something wants of the catalogue. */
public enum CatalogUse {
  /** To run SQL of the user's, which needs none until something is to be kept in it. */
  SQL,
  /** To read it. */
  READ,
  /** To change what is in it. */
  CHANGE,
  /** To fill it; it is made where there is none. */
  FILL;

  /** Tells whether it can do without changing the catalogue. */
  public boolean onlyReads() {
    return this == SQL || this == READ;
  }

  /** The next step where there is no catalogue. */
  public static final String HOW_TO_MAKE_ONE =
      "'ingest inat-open-data' or 'shortlist load FILE' makes it";
}
