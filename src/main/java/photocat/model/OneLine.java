package photocat.model;

/** Text from outside, made fit for one line of a message. */
public final class OneLine {
  private static final int LONGEST = 80;

  private OneLine() {}

  /**
   * Returns {@code text} without control and format characters (an archive could send terminal
   * escapes or line breaks in an entry's name), shortened to 80 characters.
   */
  public static String of(String text) {
    return whole(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
  }

  /** The same, not shortened: for what is kept. */
  public static String whole(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
