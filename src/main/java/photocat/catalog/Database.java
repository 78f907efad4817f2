package photocat.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import photocat.model.LoadFailure;

/** Starts DuckDB, with the properties that it has for every catalogue. */
final class Database {
  /** What DuckDB calls a database in memory that was not given a name. */
  static final String IN_MEMORY = "memory";

  private Database() {}

  /** Connects to {@code file}, which is made where there is none. */
  static DuckDBConnection connect(Path file, CatalogSettings settings) throws SQLException {
    NewDatabase.make(file, DraftMaker.OF_PROCESS);
    refuseBrokenLog(file, settings);
    return connect(file.toString(), properties(settings, workFolder(file)));
  }

  /** Connects without making or changing anything, whatever the file holds. */
  static DuckDBConnection connectToRead(Path file, CatalogSettings settings) throws SQLException {
    refuseBrokenLog(file, settings);
    return connectWithAnyLog(file, settings);
  }

  /**
   * Fails where DuckDB would pass over commits in the log without a word, and delete them.
   *
   * @throws SQLException in DuckDB's words; another one where the file is held or not to be opened
   */
  static void refuseBrokenLog(Path file, CatalogSettings settings) throws SQLException {
    for (Path log : logs(file)) {
      OptionalLong place = brokenAt(log);
      if (place.isPresent()) {
        // Whoever holds the file may be writing the log at this moment. To read takes in nothing.
        connectWithAnyLog(file, settings).close();
        place = brokenAt(log);
      }
      if (place.isPresent()) {
        throw new SQLException(
            "Failure while replaying WAL file \"%s\": no entry at byte position %d"
                .formatted(log, place.getAsLong()));
      }
    }
  }

  private static List<Path> logs(Path file) {
    try {
      Path real = file.toRealPath();
      return List.of(RescueCopy.logOf(real), RescueCopy.secondLogOf(real));
    } catch (IOException e) {
      // What is not there has no log.
      return List.of();
    }
  }

  private static OptionalLong brokenAt(Path log) {
    try {
      return DatabaseLog.brokenAt(log);
    } catch (IOException e) {
      // DuckDB tells better why, or does not mind.
      return OptionalLong.empty();
    }
  }

  private static DuckDBConnection connectWithAnyLog(Path file, CatalogSettings settings)
      throws SQLException {
    Properties properties = properties(settings, workFolder(file));
    properties.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, "true");
    return connect(file.toString(), properties);
  }

  /** Connects to a database that vanishes when it is closed. */
  static DuckDBConnection connectToMemory(CatalogSettings settings) throws SQLException {
    return connect("", properties(settings, ofProcess()));
  }

  /** Returns where work on {@code file} that does not fit into the memory lies. */
  static Path workFolder(Path file) {
    Path folder = file.getParent();
    return folder == null || Files.isWritable(folder)
        ? file.resolveSibling(file.getFileName() + ".tmp")
        : ofProcess();
  }

  /**
   * For a database in memory, DuckDB's own choice would be a folder in whichever one the user is.
   */
  private static Path ofProcess() {
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "photocat-%d.tmp".formatted(ProcessHandle.current().pid()));
  }

  private static DuckDBConnection connect(String location, Properties properties)
      throws SQLException {
    LoadFailure.loadNative();
    // Not by DriverManager, which keeps to itself why it has no driver.
    Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + location, properties);
    return (DuckDBConnection) connection;
  }

  private static Properties properties(CatalogSettings settings, Path workFolder) {
    Properties properties = new Properties();
    // Without streaming a whole result lies in native memory before its first row is seen.
    properties.setProperty("jdbc_stream_results", "true");
    // DuckDB 1.5 clients in Python, R and the DuckDB CLI can open the file.
    properties.setProperty("storage_compatibility_version", "v1.5.0");
    // Otherwise any use of an extension function makes DuckDB contact its extension server.
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", settings.memoryLimitBytes() + " B");
    properties.setProperty("threads", Integer.toString(settings.threads()));
    // Keeping an order that nobody needs costs memory; RowOrder has it kept where it counts.
    properties.setProperty("preserve_insertion_order", "false");
    properties.setProperty("temp_directory", workFolder.toString());
    return properties;
  }
}
