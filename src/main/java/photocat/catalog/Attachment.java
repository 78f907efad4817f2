package photocat.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.sql.Quoted;

/** A file that a running DuckDB has opened beside its database in memory. */
final class Attachment implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Attachment.class);

  private final DuckDBConnection root;
  private final String database;
  private boolean isKept;

  private Attachment(DuckDBConnection root, String database) {
    this.root = root;
    this.database = database;
  }

  /** Opens {@code file}, which is made unless it is only to be read; undone when closed. */
  static Attachment open(DuckDBConnection root, Path file, boolean toRead) throws SQLException {
    String database = freeName(root, file);
    if (!toRead) {
      NewDatabase.make(file, draft -> make(root, draft, database));
    }
    Database.refuseBrokenLog(file, CatalogSettings.DEFAULTS);
    attach(root, toRead ? "catalog/attach_to_read" : "catalog/attach", file, database);
    try {
      String folder = Quoted.text(Database.workFolder(file).toString());
      run(root, "catalog/work_folder", Map.of("folder", folder));
    } catch (SQLException e) {
      log.debug("what does not fit into the memory has a place already", e);
    }
    return new Attachment(root, database);
  }

  /** Makes an empty database in {@code file}, called {@code database} meanwhile. */
  static void make(DuckDBConnection root, Path file, String database) throws SQLException {
    attach(root, "catalog/attach", file, database);
    detach(root, database);
  }

  /** Returns what DuckDB calls it. */
  String database() {
    return database;
  }

  /** Leaves it open. */
  void keep() {
    isKept = true;
  }

  @Override
  public void close() {
    if (!isKept) {
      try {
        detach(root, database);
      } catch (SQLException e) {
        log.debug("cannot detach {}", database, e);
      }
    }
  }

  /** The name that the file would have alone, unless the user has attached another under it. */
  private static String freeName(DuckDBConnection root, Path file) throws SQLException {
    Set<String> taken = new HashSet<>();
    try (Session session = new Session(root.duplicate(), "", ReadOnlyGuard.Mode.FREE)) {
      session
          .list("catalog/databases", Map.of(), row -> row.text("name"))
          .forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    }
    String stem = file.getFileName().toString().replaceFirst("(?<=.)\\..*$", "");
    String name = stem;
    for (int number = 2; taken.contains(name.toLowerCase(Locale.ROOT)); number++) {
      name = stem + "_" + number;
    }
    return name;
  }

  private static void attach(DuckDBConnection root, String how, Path file, String database)
      throws SQLException {
    String location = Quoted.text(file.toString());
    run(root, how, Map.of("file", location, "database", Quoted.name(database)));
  }

  private static void detach(DuckDBConnection root, String database) throws SQLException {
    run(root, "catalog/detach", Map.of("database", Quoted.name(database)));
  }

  private static void run(DuckDBConnection root, String name, Map<String, String> holes)
      throws SQLException {
    try (Statement statement = root.createStatement()) {
      statement.execute(PipelineSql.read(name, holes).statement());
    }
  }
}
