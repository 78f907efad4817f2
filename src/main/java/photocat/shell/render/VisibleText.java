package photocat.shell.render;

import java.util.HexFormat;
import photocat.model.LoneSurrogate;

/**
 * Makes text from outside safe for a terminal and keeps it on one line. An escape sequence in a
 * photo's metadata could otherwise repaint the screen, and a bidirectional override could disguise
 * a file name.
 */
public final class VisibleText {
  private VisibleText() {}

  /** Returns {@code text} with control characters spelt out: {@code \n}, {@code \x1b}. */
  public static String of(String text) {
    return of(text, "");
  }

  /** The same for text of several lines: line feeds and tabs stay. */
  public static String ofLines(String text) {
    return of(text, "\n\t");
  }

  private static String of(String text, String allowed) {
    int harmless = 0;
    while (harmless < text.length() && !isHarmful(text, harmless)) {
      harmless++;
    }
    if (harmless == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      if (isHarmful(text, i) && allowed.indexOf(text.charAt(i)) < 0) {
        visible.append(escape(text.charAt(i)));
      } else {
        visible.append(text.charAt(i));
      }
    }
    return visible.toString();
  }

  private static String hex(char character, int digits) {
    return HexFormat.of().toHexDigits(character, digits);
  }

  private static boolean isHarmful(String text, int index) {
    char character = text.charAt(index);
    if (character >= 0x20 && character < 0x7f) {
      return false;
    }
    return Character.isISOControl(character)
        || (character >= '\u202a' && character <= '\u202e')
        || (character >= '\u2066' && character <= '\u2069')
        || character == '\u2028'
        || character == '\u2029'
        || LoneSurrogate.isAt(text, index);
  }

  private static String escape(char character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> character < 0x100 ? "\\x" + hex(character, 2) : "\\u" + hex(character, 4);
    };
  }
}
