package photocat.sql;

/**
 * A piece of SQL text; white space lies between tokens and is none.
 *
 * @param kind what the piece is
 * @param start index of its first {@code char} in the text
 * @param end index after its last {@code char}
 */
public record Token(TokenKind kind, int start, int end) {
  /** Returns the piece of {@code text}, which must be the text this token was read from. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
