package photocat.model.license;

/** By what a licence was told, or why it could not be. */
public enum LicenseEvidence {
  ADDRESS("the address of a licence"),
  WORDS("the name or the code of a licence"),
  RESERVED("all rights are reserved"),
  BLANK("nothing"),
  PLACEHOLDER("a word for nothing, such as 'unknown' or 'UNSPECIFIED'"),
  NOTICE("whose it is, but no licence"),
  PAGE("an address that is of no licence"),
  WHICH("Creative Commons, but not which of its licences"),
  OTHER_LICENSE("a licence that has no code here, such as ODbL, GFDL or a sampling licence"),
  SEVERAL("several licences, of which none has all limits of the others"),
  LIMITED("a limit, an exception or a doubt beside the licence, or instead of one"),
  UNPLACED("words that name no licence");

  private final String meaning;

  LicenseEvidence(String meaning) {
    this.meaning = meaning;
  }

  /** Returns what was found, for messages and the documentation. */
  public String meaning() {
    return meaning;
  }
}
