package photocat.model;

/** Halves of characters, which cannot be written as UTF-8. */
public final class LoneSurrogate {
  private LoneSurrogate() {}

  /** Tells whether half a character stands at {@code index}, without its other half. */
  public static boolean isAt(String text, int index) {
    char character = text.charAt(index);
    if (Character.isHighSurrogate(character)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(character)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
