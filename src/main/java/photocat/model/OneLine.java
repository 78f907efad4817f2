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
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return shown.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
