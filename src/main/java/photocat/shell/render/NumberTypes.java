package photocat.shell.render;

import java.util.Set;

/** DuckDB's names of number types. */
final class NumberTypes {
  private static final Set<String> INTEGERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT");

  private NumberTypes() {}

  static boolean isInteger(String type) {
    return INTEGERS.contains(type);
  }

  static boolean isNumber(String type) {
    boolean decimal = type.startsWith("DECIMAL") && !type.endsWith("]");
    return isInteger(type) || decimal || type.equals("DOUBLE") || type.equals("FLOAT");
  }
}
