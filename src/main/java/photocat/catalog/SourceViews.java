package photocat.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import photocat.sql.Quoted;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;

/**
 * The views {@code taxa} and {@code candidates} over all sources, and those of each source that
 * they join: {@code candidates_inat_open_data} is {@code
 * sql/sources/inat-open-data/candidates.sql}.
 */
public final class SourceViews {
  private static final String FOLDER = "sources/";
  private static final List<String> JOINED = List.of("taxa", "candidates");

  private SourceViews() {}

  /** Returns the names of all sources, the preferred one first. */
  public static List<String> sources() {
    return Migrator.MIGRATIONS.stream()
        .filter(file -> file.startsWith(FOLDER))
        .map(file -> file.substring(FOLDER.length(), file.lastIndexOf('/')))
        .distinct()
        .toList();
  }

  /** Returns the view of one source: {@code joined} is {@code taxa} or {@code candidates}. */
  public static String name(String joined, String source) {
    return joined + "_" + source.replace('-', '_');
  }

  /** Returns the names of the columns that every source's candidates have, in small letters. */
  public static Set<String> columns(Session session) {
    return Set.copyOf(
        session.list(
            "ingest/column_types",
            Map.of("table", "candidates"),
            row -> row.text("column_name").toLowerCase(Locale.ROOT)));
  }

  /** Adds columns of text to a table of a source, whose views are to be made again then. */
  public static void addColumns(Session session, String table, List<String> columns) {
    for (String column : columns) {
      session.run(
          "schema/add_column",
          Map.of(),
          Map.of("table", Quoted.name(table), "column", Quoted.name(column)));
    }
  }

  /** Makes the views of one source again, after its tables have got columns. */
  public static void remake(Session session, String source) {
    run(session, script(source));
  }

  /** Makes all of them again. */
  static void remake(Session session) {
    run(session, script());
  }

  private static void run(Session session, String script) {
    for (Statement statement : StatementSplitter.split(script).statements()) {
      session.statement(statement.text());
    }
  }

  /** Returns the statements that make all of them, or make them again. */
  static String script() {
    return sources().stream().map(SourceViews::script).collect(Collectors.joining())
        + JOINED.stream().map(SourceViews::union).collect(Collectors.joining());
  }

  static String script(String source) {
    return JOINED.stream()
        .map(
            joined ->
                """
                CREATE OR REPLACE VIEW %1$s AS
                %2$s
                COMMENT ON VIEW %1$s IS 'The columns of %3$s for the source %4$s, then its own';
                """
                    .formatted(
                        name(joined, source),
                        PipelineSql.resource(file("%s/%s".formatted(source, joined))),
                        joined,
                        source))
        .collect(Collectors.joining());
  }

  private static String union(String joined) {
    String all =
        sources().stream()
            .map(source -> "    FROM " + name(joined, source))
            .collect(Collectors.joining("\n    UNION ALL BY NAME\n"));
    return PipelineSql.resource(file(joined)).replace("{{sources}}", all);
  }

  private static String file(String name) {
    return "sql/" + FOLDER + name + ".sql";
  }
}
