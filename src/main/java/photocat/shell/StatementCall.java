package photocat.shell;

import java.util.function.LongConsumer;
import photocat.model.Cancellation;
import photocat.sql.Statement;

/**
 * One statement on its way.
 *
 * @param output writes for it
 * @param place put before the message of a failure: {@code "file.sql:3: "}, or empty
 * @param changes told how many rows SQL changed that gave no rows
 */
public record StatementCall(
    Statement statement,
    TextOutput output,
    String place,
    LongConsumer changes,
    Cancellation cancellation) {
  /** Returns what follows the name of a command, as it was typed. */
  String rest() {
    String text = statement.text();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String rest = text.substring(end).strip();
    return rest.endsWith(";") ? rest.substring(0, rest.length() - 1).strip() : rest;
  }

  /** Returns the same for another place. */
  StatementCall at(String newPlace) {
    return new StatementCall(statement, output.at(newPlace), newPlace, changes, cancellation);
  }

  Statement restStatement() {
    return new Statement(rest(), statement.line(), statement.offset());
  }
}
