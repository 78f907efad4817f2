package photocat.remote;

/**
 * How a client wants results written, as things are when it asks.
 *
 * @param columns width of its terminal
 * @param rows height of its terminal
 * @param mode the mode that was asked for, or empty
 * @param isTimed whether it wants to know how long statements take
 * @param isFile whether they go to a file of the client's, not to its standard output
 * @param isPrompt whether a person sits at a prompt, who has a pager and asks for the jobs' news
 */
public record ResultForm(
    int columns, int rows, String mode, boolean isTimed, boolean isFile, boolean isPrompt) {
  /** For what gives no results. */
  static final ResultForm NONE = new ResultForm(0, 0, "", false, false, false);

  private static final int LARGEST_SCREEN = 100_000;

  void write(Fields.Writer fields) {
    fields.number(columns).number(rows).text(mode);
    fields.truth(isTimed).truth(isFile).truth(isPrompt);
  }

  static ResultForm read(Fields.Reader fields) {
    return new ResultForm(
        size(fields.number()),
        size(fields.number()),
        fields.text(),
        fields.truth(),
        fields.truth(),
        fields.truth());
  }

  private static int size(long claimed) {
    return (int) Math.max(0, Math.min(LARGEST_SCREEN, claimed));
  }
}
