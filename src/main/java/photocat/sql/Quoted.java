package photocat.sql;

/** Values in SQL text, for the few statements that take no parameters. */
public final class Quoted {
  private Quoted() {}

  /** Returns {@code text} as a string. */
  public static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns {@code name} as a name. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
