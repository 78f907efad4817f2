package photocat.model;

/** Text from outside, made fit for one line of a message. */
public final class OneLine {
  private static final int LONGEST = 80;

  private OneLine() {}

  /**
   * Returns {@code text} without control and format characters (an archive could send terminal
   * escapes or line breaks in an entry's name) and halves of characters, shortened to 80.
   */
  public static String of(String text) {
    boolean cutsCharacter =
        text.length() > LONGEST && Character.isLowSurrogate(text.charAt(LONGEST));
    int end = cutsCharacter ? LONGEST - 1 : LONGEST;
    return whole(text.length() <= LONGEST ? text : text.substring(0, end) + "…");
  }

  /** The same, not shortened: for what is kept. */
  public static String whole(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }
}
