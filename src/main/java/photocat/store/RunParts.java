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
    return new RunParts(newMark(), UploadNotes.NONE);
  }

  /** Returns a new mark. */
  public static String newMark() {
    return PartNames.newMark();
  }
}
