package photocat.sql;

/** What a {@link Token} is. */
public enum TokenKind {
  /** A keyword or a name without quotes; may hold {@code $} after its first character. */
  WORD,
  /** A name in double quotes. */
  QUOTED_NAME,
  /** A string: {@code '…'}, {@code E'…'}, {@code $$…$$} or {@code $tag$…$tag$}. */
  STRING,
  NUMBER,
  /** A named parameter, {@code $name}. */
  PARAMETER,
  /** A parameter without a name, {@code $1} or {@code ?}. */
  POSITION,
  /** {@code -- …} up to the end of the line, or a block comment, which may hold others. */
  COMMENT,
  SEMICOLON,
  /** An opening bracket: round, square or curly. */
  OPEN,
  /** A closing bracket: round, square or curly. */
  CLOSE,
  /** One character of an operator, or anything else. */
  SYMBOL,
  /** A string whose end is missing; it reaches to the end of the text. */
  UNCLOSED_STRING,
  /** A quoted name whose end is missing; it reaches to the end of the text. */
  UNCLOSED_NAME,
  /** A block comment whose end is missing; it reaches to the end of the text. */
  UNCLOSED_COMMENT;

  /** Tells whether the token reaches to the end of the text because its end is missing. */
  public boolean isUnclosed() {
    return this == UNCLOSED_STRING || this == UNCLOSED_NAME || this == UNCLOSED_COMMENT;
  }
}
