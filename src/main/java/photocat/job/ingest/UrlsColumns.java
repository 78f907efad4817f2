package photocat.job.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import photocat.model.Checklist;
import photocat.source.urls.UrlColumns;
import photocat.source.urls.UrlRole;
import photocat.sql.Quoted;

/** The columns of a list in the words of SQL: what {@code rows_of_….sql} leave open. */
final class UrlsColumns {
  private static final Set<String> EPITHETS = Set.of("species", "specificepithet", "epithet");

  private UrlsColumns() {}

  /**
   * Returns the columns to select.
   *
   * @param found which columns hold what
   * @param names the columns of the catalogue that take them, one each
   * @param cell the expression of a cell by its place, a text that is null where it is empty
   */
  static String selected(UrlColumns found, List<String> names, IntFunction<String> cell) {
    List<String> selected = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      boolean isLabel = Integer.valueOf(at).equals(found.places().get(UrlRole.LABEL));
      String value = isLabel ? label(found, at, cell) : cell.apply(at);
      selected.add(value + " AS " + Quoted.name(names.get(at)));
    }
    selected.add(checklist(found) + " AS label_checklist");
    // What the statements name must be there.
    Stream.of(UrlRole.URL, UrlRole.FORMAT)
        .filter(role -> !found.places().containsKey(role))
        .forEach(role -> selected.add("NULL::VARCHAR AS " + role.column()));
    return String.join(",\n        ", selected);
  }

  /** Returns the checklist whose keys the labels are, by the name of their column. */
  private static String checklist(UrlColumns found) {
    return Optional.ofNullable(found.places().get(UrlRole.LABEL))
        .map(at -> List.of(found.headers().get(at)))
        .flatMap(
            header ->
                Stream.of(Checklist.values())
                    .filter(checklist -> checklist.columnIn(header).isPresent())
                    .findFirst())
        .map(checklist -> Quoted.text(checklist.word()))
        .orElse("NULL")
        .concat("::VARCHAR");
  }

  /** Beside a genus, a species of one word is its epithet. */
  private static String label(UrlColumns found, int at, IntFunction<String> cell) {
    List<String> headers = found.headers().stream().map(UrlsColumns::plain).toList();
    int genus = headers.indexOf("genus");
    String label = "trim(%s)".formatted(cell.apply(at));
    return genus >= 0 && genus != at && EPITHETS.contains(headers.get(at))
        ? "nullif(CASE WHEN contains(%1$s, ' ') THEN %1$s ELSE %2$s END, '')"
            .formatted(label, "concat_ws(' ', trim(%s), %s)".formatted(cell.apply(genus), label))
        : "nullif(%s, '')".formatted(label);
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /** Returns a path of JSON that leads to the key alone, whatever is in it. */
  static String pointer(String key) {
    return Quoted.text("/" + key.replace("~", "~0").replace("/", "~1"));
  }

  /** Returns a cell of Parquet as text: what has parts as JSON, bytes where they are text. */
  static String parquetCell(String name, String type) {
    String column = "r." + Quoted.name(name);
    boolean hasParts =
        type.endsWith("]") || type.matches("(?s)(STRUCT|MAP|UNION|VARIANT|JSON)\\b.*");
    if (hasParts && type.contains("BLOB")) {
      return "NULL::VARCHAR";
    }
    if (hasParts) {
      return "to_json(%s)::VARCHAR".formatted(column);
    }
    return type.equals("BLOB")
        ? "try(decode(%s))".formatted(column)
        : "nullif(%s::VARCHAR, '')".formatted(column);
  }
}
