package photocat.model;

/** The rules of a field of comma-separated values, after RFC 4180. */
public final class CsvText {
  private CsvText() {}

  /**
   * Appends {@code text} as one field, in quotes where it needs them. An empty text becomes {@code
   * ""}, to be told from NULL, which is no text at all.
   */
  public static void append(StringBuilder line, String text) {
    if (needsQuotes(text)) {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      line.append(text);
    }
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == ',' || character == '"' || character == '\n' || character == '\r') {
        return true;
      }
    }
    return false;
  }
}
