package photocat.model;

/**
 * Tells of most names and words of names, without regular expressions, that they are as they should
 * be: a catalogue may have a million. What is not told is looked at by {@link NameParser} in full.
 */
final class TidyName {
  private TidyName() {}

  /**
   * Tells whether {@code name} is in ASCII, with single spaces between its words and brackets
   * around them, and has neither hybrid signs nor words about nomenclature.
   */
  static boolean is(String name) {
    char before = ' ';
    for (int at = 0; at < name.length(); at++) {
      char here = name.charAt(at);
      char next = at + 1 < name.length() ? name.charAt(at + 1) : ' ';
      boolean isTidy =
          switch (here) {
            case ' ' -> before != ' ' && at + 1 < name.length();
            case '(' -> before == ' ' && at > 0 && next != ' ';
            case ')' -> before != ' ' && next == ' ';
            case ',' -> !isDigit(next);
            // As in subsp.orientalis, var.aurantiaca.
            case '.' -> !isDigit(next) && (next == ' ' || "prPR".indexOf(before) < 0);
            case 'x', 'X' -> before != ' ' || next != ' ';
            // As in nom. cons., nomen conservandum.
            case 'n', 'N' -> !(isAtStart(before) && name.regionMatches(true, at, "nom", 0, 3));
            default ->
                isLetter(here) || isDigit(here) || here == '-' || here == '\'' || here == '&';
          };
      if (!isTidy) {
        return false;
      }
      before = here;
    }
    return true;
  }

  /** Tells whether {@code word}, in brackets or not, begins with a capital and has no digits. */
  static boolean isAuthor(String word) {
    int at = 0;
    while (at < word.length() && (word.charAt(at) == '(' || word.charAt(at) == '[')) {
      at++;
    }
    if (at == word.length() || !isCapital(word.charAt(at))) {
      return false;
    }
    while (++at < word.length()) {
      char here = word.charAt(at);
      if (!isLetter(here) && ".,)]'&-".indexOf(here) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isLetters(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (!isLetter(word.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  static boolean isSmallLetters(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (word.charAt(at) < 'a' || word.charAt(at) > 'z') {
        return false;
      }
    }
    return true;
  }

  static boolean isDigits(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isDigit(text.charAt(at))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAtStart(char before) {
    return before == ' ' || before == '(';
  }

  private static boolean isLetter(char character) {
    return isCapital(character) || (character >= 'a' && character <= 'z');
  }

  private static boolean isCapital(char character) {
    return character >= 'A' && character <= 'Z';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
