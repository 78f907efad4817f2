package photocat.job.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToLongFunction;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.export.CsvTable;
import photocat.file.OutputFolder;
import photocat.file.OutputPlace;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Writes a table or view of the catalogue, or some of its columns and rows. Changes nothing. */
public final class TableExport {
  private final Catalog catalog;
  private final Cancellation cancellation;

  /** An export from {@code catalog}, which stays open. */
  public TableExport(Catalog catalog, Cancellation cancellation) {
    this.catalog = catalog;
    this.cancellation = cancellation;
  }

  /**
   * What is to be written.
   *
   * @param table a table or view, with its schema or database and schema where need be; each part
   *     may be in double quotes
   * @param columns names with commas between; empty for all
   * @param where an SQL condition; empty for all rows
   */
  public record Asked(String table, Optional<String> columns, Optional<String> where) {}

  /**
   * Pushes the rows into {@code sink}, those of a table in the order in which they came in.
   *
   * @return how many there are
   * @throws PhotocatException when there is no such table or column, or the condition does not fit,
   *     or not hold for the values of a row
   */
  public long write(Asked asked, RowSink sink) {
    return inSession(
        session -> {
          TableChoice choice = TableChoice.of(session, asked);
          long rows = new TableRows(session, asked).read(choice, sink);
          sink.end();
          return rows;
        });
  }

  /**
   * Writes the same as a CSV file, which appears when it is whole.
   *
   * @param spreadsheetSafe whether texts that a spreadsheet would run as formulas are defused
   */
  public long writeCsv(Asked asked, OutputPlace place, boolean spreadsheetSafe) {
    return inSession(
        session -> {
          TableChoice choice = TableChoice.of(session, asked);
          try (CsvTable file = new CsvTable(place, spreadsheetSafe)) {
            long rows = new TableRows(session, asked).read(choice, file);
            cancellation.check("the export");
            file.finish();
            return rows;
          }
        });
  }

  /** Writes the same as a Parquet file, in no order; columns keep their types. */
  public long writeParquet(Asked asked, OutputPlace place) {
    if (!place.isPlain()) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot write Parquet to %s: it is a device or pipe".formatted(place.named()))
          .withHint("write it to a file, then send that");
    }
    return inSession(session -> writeParquet(session, asked, place));
  }

  private long writeParquet(Session session, Asked asked, OutputPlace place) {
    TableChoice choice = TableChoice.of(session, asked);
    // A folder of its own: DuckDB has a temporary name of its own, too.
    try (OutputFolder folder = OutputFolder.open(place)) {
      Path file = folder.file("table.parquet");
      long rows = written(session, asked, choice, folder, file);
      cancellation.check("the export");
      folder.finish(file);
      return rows;
    } catch (IOException e) {
      throw place.how().failure(place.named(), e);
    }
  }

  private static long written(
      Session session, Asked asked, TableChoice choice, OutputFolder folder, Path file) {
    try {
      return new TableRows(session, asked).writeParquet(choice, file);
    } catch (PhotocatException e) {
      throw folder.inHisWords(e, file);
    }
  }

  /** A condition may call functions that change something, such as {@code nextval}. */
  private long inSession(ToLongFunction<Session> work) {
    try (Session session = catalog.openReadingSession(cancellation)) {
      return work.applyAsLong(session);
    }
  }
}
