package photocat.job.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Bound;
import photocat.catalog.RowReader;
import photocat.catalog.Session;
import photocat.job.export.TableExport.Asked;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/**
 * Reads a table or view that the user named, on a condition of his. What is wrong with either is
 * told in DuckDB's own words.
 */
final class TableRows {
  /** Rows read at once; their sort fits into the least memory that a catalogue may have. */
  private static final long SLICE_ROWS = 100_000;

  private static final String FOLDER = "export/";

  private final Session session;
  private final Asked asked;

  /** Rows for what was {@code asked}, read in {@code session}, which stays open. */
  TableRows(Session session, Asked asked) {
    this.session = session;
    this.asked = asked;
  }

  /** Returns the columns that {@code table} has. */
  List<Column> columns(String table) {
    List<Column> columns = new ArrayList<>();
    run("table_columns", Map.of(), Map.of("table", table), new Header(columns));
    return columns;
  }

  /** Fails where the condition does not fit the columns, of which there are {@code all}. */
  void check(TableChoice choice, List<Column> all) {
    try {
      execute("table_check", Map.of(), choice.holes(), new RowReader(row -> true));
    } catch (PhotocatException e) {
      throw e.kind() == ExitStatus.FAILED && asked.where().isPresent()
          ? PhotocatException.of(
                  ExitStatus.USAGE,
                  "cannot use --where \"%s\": %s".formatted(asked.where().get(), firstLine(e)),
                  e)
              .withHint(
                  e.hint().isPresent()
                      ? "a condition can change nothing"
                      : ChosenColumns.names(all))
          : inItsWords(e);
    }
  }

  /**
   * Pushes all rows into {@code sink}: in the order in which they came into a table, sorted by
   * their columns where nothing tells in which order they came. All are of one moment.
   *
   * @return how many there are
   */
  long read(TableChoice choice, RowSink sink) {
    JoinedRows rows = new JoinedRows(sink);
    if (!choice.isNumbered()) {
      run("table_rows", Map.of(), choice.holes(), rows);
      return rows.rows();
    }
    long[] first = {0};
    try {
      return session.transaction(
          () -> {
            long last = last(choice);
            for (boolean more = true; more; more = first[0] <= last) {
              readSlice(choice, first[0], rows);
              first[0] += SLICE_ROWS;
            }
            return rows.rows();
          });
    } catch (PhotocatException e) {
      if (e.kind() == ExitStatus.FAILED) {
        // Within the transaction, which the failure has ended, DuckDB cannot say what it was.
        readSlice(choice, first[0], new Header(new ArrayList<>()));
      }
      throw e;
    }
  }

  private void readSlice(TableChoice choice, long first, RowSink sink) {
    Map<String, Long> slice = Map.of("first", first, "last", first + SLICE_ROWS - 1);
    run("table_slice", slice, choice.holes(), sink);
  }

  /** Has DuckDB write all rows to {@code file}, which is not there yet, and returns how many. */
  long writeParquet(TableChoice choice, Path file) {
    return run(
        "table_parquet",
        Map.of("file", file.toString()),
        choice.parquetHoles(),
        new RowReader(row -> true));
  }

  private long last(TableChoice choice) {
    long[] last = {-1};
    RowReader reader =
        new RowReader(
            row -> {
              last[0] = row.number("last");
              return false;
            });
    session.query("export/last_row", Map.of(), Map.of("table", choice.table()), reader);
    return last[0];
  }

  private long run(String name, Map<String, ?> values, Map<String, String> holes, RowSink sink) {
    try {
      return execute(name, values, holes, sink);
    } catch (PhotocatException e) {
      throw inItsWords(e);
    }
  }

  private long execute(
      String name, Map<String, ?> values, Map<String, String> holes, RowSink sink) {
    Bound bound = Bound.of(FOLDER + name, values, holes);
    return session.execute(bound.sql(), bound.values(), sink);
  }

  private PhotocatException inItsWords(PhotocatException e) {
    return e.kind() == ExitStatus.FAILED && e.hint().isEmpty()
        ? PhotocatException.of(
            ExitStatus.FAILED, "cannot export %s: %s".formatted(asked.table(), firstLine(e)), e)
        : e;
  }

  private static String firstLine(PhotocatException e) {
    return e.message().lines().findFirst().orElse("");
  }

  /** Keeps the columns of a result, and no rows. */
  private record Header(List<Column> kept) implements RowSink {
    @Override
    public void columns(List<Column> columns) {
      kept.addAll(columns);
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      return false;
    }
  }
}
