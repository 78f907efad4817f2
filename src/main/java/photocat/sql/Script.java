package photocat.sql;

import java.util.List;
import java.util.Optional;

/**
 * Text cut into statements.
 *
 * @param statements the complete ones, in order; those without a token, or with comments only, are
 *     left out
 * @param rest what stands after the last {@code ;}, or empty where that is white space and comments
 */
public record Script(List<Statement> statements, Optional<Unfinished> rest) {
  /** Copies the list. */
  public Script {
    statements = List.copyOf(statements);
  }
}
