package photocat.source.lists;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What stands below a header and is about its columns: units, types, a second header. */
final class ColumnNotes {
  private static final Set<String> UNITS_AND_TYPES =
      Set.of(
          "text",
          "string",
          "str",
          "varchar",
          "char",
          "chr",
          "character",
          "factor",
          "fct",
          "object",
          "integer",
          "int",
          "number",
          "numeric",
          "num",
          "float",
          "double",
          "dbl",
          "real",
          "boolean",
          "logical",
          "lgl",
          "date",
          "unit",
          "units",
          "count",
          "n",
          "cm",
          "mm",
          "m",
          "km",
          "g",
          "kg",
          "mg",
          "ml",
          "l",
          "ha",
          "%",
          "°c");

  private ColumnNotes() {}

  /** Tells whether {@code name} is none of a taxon, in one of the first rows below a header. */
  static boolean isOne(String name) {
    String text = name.strip();
    return text.matches("(?s)\\(.*\\)|\\[.*\\]|<.*>")
        || HeaderWords.isOfNames(text)
        || Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .allMatch(UNITS_AND_TYPES::contains);
  }
}
