package photocat.model;

/**
 * The end of a text. A pattern such as {@code /+$} tries each place of a text again, which takes
 * minutes where a row of a megabyte is made of slashes.
 */
public final class TextEnd {
  private TextEnd() {}

  /** Returns {@code text} without those of {@code characters} that stand at its end. */
  public static String without(String text, String characters) {
    int end = text.length();
    while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
