package photocat.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Makes empty databases by a DuckDB of its own, which it keeps: to start one takes longer than all
 * else. Thread-safe.
 */
final class DraftMaker implements NewDatabase.Maker {
  static final DraftMaker OF_PROCESS = new DraftMaker();

  private @Nullable DuckDBConnection duckDb;

  private DraftMaker() {}

  @Override
  public synchronized void make(Path file) throws SQLException {
    DuckDBConnection maker = duckDb;
    // What fails may leave a draft open there, whose name the next could not have.
    duckDb = null;
    if (maker == null) {
      maker = Database.connectToMemory(CatalogSettings.DEFAULTS);
    }
    try {
      Attachment.make(maker, file, "draft");
    } catch (SQLException e) {
      maker.close();
      throw e;
    }
    duckDb = maker;
  }
}
