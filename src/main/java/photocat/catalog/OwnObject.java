package photocat.catalog;

import java.util.Locale;

/**
 * A part of photocat's own schema.
 *
 * @param kind table, view, macro, type, sequence or column
 * @param name its name in lower case; {@code table.column} for a column
 */
record OwnObject(String kind, String name) {
  private static final String COLUMN = "column";

  static OwnObject column(String table, String column) {
    return new OwnObject(COLUMN, table + "." + column.replace("\"", "").toLowerCase(Locale.ROOT));
  }

  boolean isColumn() {
    return kind.equals(COLUMN);
  }

  /** Tells whether something else of that name keeps it from being made. */
  boolean isRelation() {
    return kind.equals("table") || kind.equals("view");
  }

  /** Returns the name of what it is, or is a column of. */
  String subject() {
    return name.replaceFirst("\\..*", "");
  }

  /** Returns the name of a column without that of its table. */
  String column() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Returns it as messages name it. */
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
