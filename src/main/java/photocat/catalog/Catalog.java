package photocat.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * An open catalogue: one DuckDB file, held by this process alone until it is closed. Thread-safe;
 * each thread works through a {@link Session} of its own.
 *
 * <p>The file must never be opened, copied or hashed by this process in any other way: closing any
 * descriptor of it drops DuckDB's lock.
 */
public final class Catalog implements AutoCloseable {
  private final Optional<Path> file;
  private final DuckDBConnection root;
  private final boolean readOnly;

  private Catalog(Optional<Path> file, DuckDBConnection root, boolean readOnly) {
    this.file = file;
    this.root = root;
    this.readOnly = readOnly;
  }

  /**
   * Opens the catalogue in {@code file}, makes it and its folder where there is none, and brings
   * its tables up to date.
   *
   * @throws PhotocatException {@link Kind#CATALOG} when another process holds it, a newer version
   *     made it, or it cannot be read
   */
  public static Catalog open(Path file, CatalogSettings settings) {
    return open(file, settings, holder -> false);
  }

  /**
   * The same, but asks what to do when another process holds the file.
   *
   * @param again told who holds it; returns whether to try once more
   */
  public static Catalog open(Path file, CatalogSettings settings, Predicate<FileHolder> again) {
    Path absolute = file.toAbsolutePath().normalize();
    if (absolute.toString().contains(";")) {
      throw OpenFailure.ofSemicolon(absolute);
    }
    makeFolder(absolute);
    return open(absolute, properties(settings), Migrator::migrate, again);
  }

  /**
   * Opens the catalogue in {@code file} for reading only, which other readers may do at the same
   * time.
   *
   * @throws PhotocatException {@link Kind#CATALOG} also when it is missing, or older than this
   *     photocat
   */
  public static Catalog openReadOnly(Path file, CatalogSettings settings) {
    return openReadOnly(file, settings, holder -> false);
  }

  /** The same, but asks what to do when another process holds the file. */
  public static Catalog openReadOnly(
      Path file, CatalogSettings settings, Predicate<FileHolder> again) {
    Path absolute = file.toAbsolutePath().normalize();
    if (absolute.toString().contains(";")) {
      throw OpenFailure.ofSemicolon(absolute);
    }
    if (Files.notExists(absolute)) {
      throw OpenFailure.ofMissing(absolute);
    }
    return open(absolute, readingProperties(settings), Migrator::check, again);
  }

  /** Opens a catalogue that lives in memory and vanishes when closed. */
  public static Catalog inMemory() {
    return inMemory(CatalogSettings.DEFAULTS);
  }

  /** Opens a catalogue in memory with settings of the user's. */
  public static Catalog inMemory(CatalogSettings settings) {
    try {
      DuckDBConnection root = connect("", properties(settings));
      return prepared(Optional.empty(), root, Migrator::migrate);
    } catch (SQLException e) {
      throw PhotocatException.of(
          Kind.CATALOG, "cannot open a catalogue in memory: " + e.getMessage(), e);
    }
  }

  /** Returns the file, absolute; empty for a catalogue in memory. */
  public Optional<Path> file() {
    return file;
  }

  /**
   * Returns this catalogue for somebody who may change nothing in it; it is closed when this one
   * is.
   */
  public Catalog readOnly() {
    return new Catalog(file, root, true);
  }

  /** Opens a session; the caller closes it. Sessions see each other's committed changes. */
  public Session openSession() {
    try {
      return new Session(root.duplicate(), file.map(Path::toString).orElse(""), readOnly);
    } catch (SQLException e) {
      throw PhotocatException.of(Kind.CATALOG, "cannot open a session: " + SqlFailure.text(e), e);
    }
  }

  /**
   * Opens a session for work that {@code cancellation} stops: the statement that runs then, and
   * every one of ours that would follow. The caller closes it.
   */
  public Session openSession(Cancellation cancellation) {
    Session session = openSession();
    session.obey(cancellation);
    return session;
  }

  /**
   * Returns the files of all databases that are open here: the catalogue's, then those attached.
   */
  public List<Path> openFiles() {
    try (Session session = openSession()) {
      List<Path> files = new ArrayList<>(file.stream().toList());
      files.addAll(
          session.list(
              "schema/open_files", Map.of(), row -> Path.of(row.text("path")).toAbsolutePath()));
      return files;
    }
  }

  /** Closes the file; open sessions must be closed before. */
  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw PhotocatException.of(
          Kind.CATALOG, "cannot close the catalogue: " + SqlFailure.text(e), e);
    }
  }

  private static Catalog open(
      Path file, Properties properties, Consumer<Migrator> migration, Predicate<FileHolder> again) {
    properties.setProperty("temp_directory", file + ".tmp");
    while (true) {
      try {
        DuckDBConnection root = connect(file.toString(), properties);
        return prepared(Optional.of(file), root, migration);
      } catch (SQLException e) {
        if (!FileHolder.in(e).filter(again).isPresent()) {
          throw OpenFailure.explain(file, e);
        }
      }
    }
  }

  private static Catalog prepared(
      Optional<Path> file, DuckDBConnection root, Consumer<Migrator> migration)
      throws SQLException {
    Catalog catalog = new Catalog(file, root, false);
    try (Session session = catalog.openSession()) {
      session.statement("SET GLOBAL TimeZone = 'UTC'");
      // It sorts sums in the type that fits what was summed, and cuts them to it (DuckDB 2.0.0).
      session.statement("SET GLOBAL disabled_optimizers = 'compressed_materialization'");
      if (file.isPresent() && openedFile(session).isEmpty()) {
        throw OpenFailure.ofTableFile(file.get());
      }
      migration.accept(new Migrator(session, file.map(Path::toString).orElse("memory")));
      return catalog;
    } catch (RuntimeException e) {
      root.close();
      throw e;
    }
  }

  private static Optional<String> openedFile(Session session) {
    return session.list("schema/opened_file", Map.of(), row -> row.optionalText("path")).get(0);
  }

  /** Connects without making or changing anything, whatever the file holds. */
  static DuckDBConnection connectToRead(Path absolute, CatalogSettings settings)
      throws SQLException {
    Properties properties = readingProperties(settings);
    properties.setProperty("temp_directory", absolute + ".tmp");
    return connect(absolute.toString(), properties);
  }

  private static DuckDBConnection connect(String location, Properties properties)
      throws SQLException {
    return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + location, properties);
  }

  private static Properties readingProperties(CatalogSettings settings) {
    Properties properties = properties(settings);
    properties.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, "true");
    return properties;
  }

  private static Properties properties(CatalogSettings settings) {
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
    // Statements that promise an order say ORDER BY; keeping insertion order costs memory.
    properties.setProperty("preserve_insertion_order", "false");
    return properties;
  }

  private static void makeFolder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw OpenFailure.ofFolder(file, e);
    }
  }
}
