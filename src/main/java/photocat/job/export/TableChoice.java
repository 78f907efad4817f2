package photocat.job.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.job.export.TableExport.Asked;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.NearestNames;
import photocat.model.PhotocatException;
import photocat.sql.NameList;
import photocat.sql.Quoted;
import photocat.sql.SqlExpression;

/**
 * A table or view of the catalogue, and what is wanted of it.
 *
 * @param table its whole name, in quotes
 * @param isNumbered whether its rows have numbers that tell in which order they came
 * @param columns those wanted, in the order wanted
 * @param where a condition in brackets
 */
record TableChoice(String table, boolean isNumbered, List<Column> columns, String where) {
  private static final String ROW_NUMBER = "rowid";

  /** Parquet has no whole numbers that large: DuckDB would round them. */
  private static final String LARGEST = "HUGEINT";

  /**
   * Finds what was asked for.
   *
   * @throws PhotocatException when there is no such table or column, or the condition does not fit
   */
  static TableChoice of(Session session, Asked asked) {
    List<String> path = NameList.split(asked.table(), '.');
    Row found =
        session
            .first("export/find_table", Map.of("path", path), row -> row)
            .orElseThrow(() -> unknownTable(session, asked.table()));
    String table = whole(found);
    TableRows rows = new TableRows(session, asked);
    List<Column> all = rows.columns(table);
    boolean hidesNumbers =
        all.stream().anyMatch(column -> column.name().equalsIgnoreCase(ROW_NUMBER));
    TableChoice choice =
        new TableChoice(
            table,
            found.truth("is_numbered") && !hidesNumbers,
            asked.columns().isPresent() ? ChosenColumns.of(asked, all) : all,
            asked.where().map(where -> condition(where)).orElse("true"));
    rows.check(choice, all);
    return choice;
  }

  /** Returns what the holes of statements are filled with. */
  Map<String, String> holes() {
    return holes(columns.stream().map(column -> Quoted.name(column.name())).toList());
  }

  /** Returns the same for Parquet. */
  Map<String, String> parquetHoles() {
    return holes(columns.stream().map(TableChoice::inParquet).toList());
  }

  private Map<String, String> holes(List<String> expressions) {
    return Map.of("table", table, "columns", String.join(", ", expressions), "where", where);
  }

  private static String inParquet(Column column) {
    String name = Quoted.name(column.name());
    return column.type().endsWith(LARGEST)
        ? "CAST(%s AS DECIMAL(38, 0)) AS %s".formatted(name, name)
        : name;
  }

  private static String condition(String where) {
    return SqlExpression.of("--where", where).inBrackets();
  }

  /** With its database and schema no file of the same name can be meant. */
  private static String whole(Row found) {
    return List.of("database_name", "schema_name", "name").stream()
        .map(part -> Quoted.name(found.text(part)))
        .collect(Collectors.joining("."));
  }

  private static PhotocatException unknownTable(Session session, String asked) {
    List<String> there = session.list("export/table_names", Map.of(), row -> row.text("name"));
    List<String> near = NearestNames.to(asked, there);
    return PhotocatException.of(
            ExitStatus.FAILED,
            "cannot export %s: there is no table or view of that name".formatted(asked))
        .withHint(
            near.isEmpty()
                ? "SHOW TABLES; lists those there are"
                : "did you mean " + String.join(" or ", near));
  }
}
