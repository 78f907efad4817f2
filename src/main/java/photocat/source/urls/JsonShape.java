package photocat.source.urls;

/** Tells by brackets and quotes where a JSON value ends. */
final class JsonShape {
  private JsonShape() {}

  /** Tells whether {@code line}, which begins with a bracket, ends with the value. */
  static boolean isWhole(String line) {
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      if (quoted) {
        at += character == '\\' ? 1 : 0;
        quoted = character != '"';
      } else if (character == '"') {
        quoted = true;
      } else if (character == '{' || character == '[') {
        depth++;
      } else if ((character == '}' || character == ']') && --depth == 0) {
        return line.substring(at + 1).isBlank();
      }
    }
    return false;
  }
}
