package photocat.store;

/**
 * What tells apart that which one run has half written from what anybody else has.
 *
 * @param mark a word that no other run has; what is half written in a folder is named after it
 * @param uploads hears of uploads into a bucket, which have names of their own
 */
public record RunParts(String mark, UploadNotes uploads) {
  /** For a run that nobody need tidy up after. */
  public static RunParts ofNobody() {
    return new RunParts(PartNames.newMark(), UploadNotes.NONE);
  }

  /**
   * Returns a new mark.
   *
   * @param owner what tells the catalogue that keeps account of the run from any other
   */
  public static String newMark(String owner) {
    return PartNames.newMark(owner);
  }

  /** Tells whether the run with this mark may be one that {@code owner} keeps account of. */
  public static boolean isOwned(String mark, String owner) {
    return PartNames.isOwned(mark, owner);
  }
}
