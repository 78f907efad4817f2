package photocat.catalog;

/**
 * Where a statement of the user's names a file to be written, to be attached or to be run.
 *
 * @param form how it is named
 * @param statement the word for what does it, such as {@code COPY}
 * @param start index of the first {@code char} of the name in the statement
 * @param end index after its last {@code char}
 * @param text the name itself, or the SQL that gives it
 */
public record FileTarget(Form form, String statement, int start, int end, String text) {
  /** How a file is named. */
  public enum Form {
    /** By the text itself. */
    TEXT,
    /** By a parameter. */
    VALUE,
    /** By an expression. */
    COMPUTED,
    /** In a way that gives the name only when the statement runs. */
    UNKNOWN
  }

  /** Tells whether it is a folder of scripts that are run. */
  public boolean isImported() {
    return statement.equals(FileTargets.IMPORT);
  }

  /** Tells whether it is opened as a database. */
  public boolean isAttached() {
    return statement.equals("ATTACH");
  }
}
