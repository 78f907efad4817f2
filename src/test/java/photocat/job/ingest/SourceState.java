package photocat.job.ingest;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;

/** All that a catalogue holds, to be compared. */
public final class SourceState {
  private SourceState() {}

  /**
   * Returns every row of every table, by a function that runs SQL; but for what an ingest that was
   * stopped has kept for the next.
   */
  public static List<String> whole(Function<String, List<String>> rows) {
    return of(rows, "table_name <> 'kept_answers'", "*");
  }

  /** The same but for which snapshots there have been, so that two ingests can be compared. */
  static List<String> ofNewest(Function<String, List<String>> rows) {
    return of(rows, "table_name NOT LIKE 'snapshot%'", "COLUMNS(lambda c: c NOT LIKE 'snapshot%')");
  }

  /** One statement, since many small ones take longer. */
  private static List<String> of(
      Function<String, List<String>> rows, String which, String columns) {
    List<String> tables =
        rows.apply("SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND " + which);
    return rows.apply(
        tables.stream()
            .map(
                table ->
                    "SELECT '%1$s', t::VARCHAR FROM (SELECT %2$s FROM %1$s) AS t"
                        .formatted(table, columns))
            .collect(joining(" UNION ALL ", "SELECT * FROM (", ") ORDER BY ALL")));
  }
}
