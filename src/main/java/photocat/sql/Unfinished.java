package photocat.sql;

/**
 * Text after the last complete statement, which more text could complete.
 *
 * @param statement what is there so far
 * @param missing what would end it: {@code ;}, {@code '}, {@code "}, {@code *}{@code /} or {@code
 *     $tag$}
 */
public record Unfinished(Statement statement, String missing) {
  /** Tells whether only the {@code ;} is missing, so that the statement may be run at the end. */
  public boolean isWhole() {
    return missing.equals(";");
  }
}
