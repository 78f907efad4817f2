package photocat.catalog;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.duckdb.DuckDBConnection;
import photocat.catalog.ReadOnlyGuard.Mode;
import photocat.file.FileIdentity;
import photocat.model.Cancellation;
import photocat.model.Consent;
import photocat.model.ExitStatus;
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
  private final Optional<String> attached;
  private final Mode mode;
  private final RowOrder order;
  private Migrator.Done done = Migrator.Done.NOTHING;

  /** A catalogue in DuckDB's own database, or in one that is {@code attached} to it. */
  private Catalog(
      Optional<Path> file, DuckDBConnection root, Optional<String> attached, Mode mode) {
    this(file, root, attached, mode, new RowOrder(root));
  }

  private Catalog(
      Optional<Path> file,
      DuckDBConnection root,
      Optional<String> attached,
      Mode mode,
      RowOrder order) {
    this.order = order;
    this.file = file;
    this.root = root;
    this.attached = attached;
    this.mode = mode;
  }

  /**
   * Opens the catalogue in {@code file}, makes it and its folder where there is none, and brings
   * its tables up to date.
   *
   * @throws PhotocatException {@link ExitStatus#CATALOG} when another process holds it, a newer
   *     version made it, or it cannot be read
   */
  public static Catalog open(Path file, CatalogSettings settings) {
    return open(file, settings, holder -> false, Consent.NOBODY);
  }

  /**
   * The same, but asks what to do when another process holds the file, or it is somebody else's.
   *
   * @param again told who holds it; returns whether to try once more
   * @param createIn asked before tables are made in a database that holds others
   */
  public static Catalog open(
      Path file, CatalogSettings settings, Predicate<FileHolder> again, Consent createIn) {
    Path absolute = CatalogPath.absolute(file);
    CatalogPath.makeFolder(absolute);
    return patiently(
        absolute,
        again,
        () -> prepared(absolute, Database.connect(absolute, settings), Mode.FREE, createIn));
  }

  /**
   * Opens the catalogue in {@code file} for reading only, which other readers may do at the same
   * time.
   *
   * @throws PhotocatException {@link ExitStatus#CATALOG} also when it is missing, or older than
   *     this photocat
   */
  public static Catalog openReadOnly(Path file, CatalogSettings settings) {
    return openReadOnly(file, settings, holder -> false);
  }

  /** The same, but asks what to do when another process holds the file. */
  public static Catalog openReadOnly(
      Path file, CatalogSettings settings, Predicate<FileHolder> again) {
    Path absolute = CatalogPath.present(file);
    return patiently(
        absolute,
        again,
        () ->
            prepared(
                absolute,
                Database.connectToRead(absolute, settings),
                Mode.READ_ONLY_FILE,
                Consent.NOBODY));
  }

  /** Opens a catalogue that lives in memory and vanishes when closed. */
  public static Catalog inMemory() {
    return inMemory(CatalogSettings.DEFAULTS);
  }

  /** Opens a catalogue in memory with settings of the user's. */
  public static Catalog inMemory(CatalogSettings settings) {
    return inMemory(settings, session -> {});
  }

  /** The same, of a database in which {@code first} has made what it likes. */
  static Catalog inMemory(CatalogSettings settings, Consumer<Session> first) {
    DuckDBConnection root = memory(settings);
    try {
      Catalog catalog = new Catalog(Optional.empty(), root, Optional.empty(), Mode.FREE);
      catalog.configure();
      try (Session session = catalog.openSession()) {
        first.accept(session);
      }
      catalog.bringUp("memory", Consent.NOBODY);
      return catalog;
    } catch (RuntimeException e) {
      throw closed(root, e);
    }
  }

  /**
   * Opens a database without any tables, for statements of a user whose catalogue {@code file} is
   * not there. What they would change in it ends with {@link CatalogNeeded}.
   */
  public static Catalog without(Path file, CatalogSettings settings) {
    DuckDBConnection root = memory(settings);
    try {
      Catalog nothing = new Catalog(Optional.of(file), root, Optional.empty(), Mode.NO_CATALOG);
      nothing.configure();
      return nothing;
    } catch (RuntimeException e) {
      throw closed(root, e);
    }
  }

  /**
   * Makes the catalogue, or opens the one that has come since, within this database: sessions of it
   * can move into that. Closing either closes both.
   *
   * @param again told who holds the file; returns whether to try once more
   * @param createIn asked before tables are made in a database that holds others
   */
  public Catalog made(Predicate<FileHolder> again, Consent createIn) {
    Path absolute = CatalogPath.absolute(file.orElseThrow());
    CatalogPath.makeFolder(absolute);
    return patiently(absolute, again, () -> attached(absolute, Mode.FREE, createIn));
  }

  /** The same for reading only, where the catalogue has come since. */
  public Catalog openedReadOnly(Predicate<FileHolder> again) {
    Path absolute = CatalogPath.present(file.orElseThrow());
    return patiently(
        absolute, again, () -> attached(absolute, Mode.READ_ONLY_FILE, Consent.NOBODY));
  }

  /**
   * Returns the file, absolute, which is not there where {@link #isThere} is false; empty for a
   * catalogue in memory.
   */
  public Optional<Path> file() {
    return file;
  }

  /** Returns what tells this catalogue from any other, a copy of its file included. */
  public String identity() {
    return file.map(FileIdentity::of).orElseGet(() -> "in memory " + root.hashCode());
  }

  /** Tells whether its tables have been made just now. */
  public boolean isNew() {
    return done.isNew();
  }

  /**
   * Returns what had been lost of its tables, and what has become of that; empty where none was.
   */
  public Optional<String> mended() {
    return done.told();
  }

  /** Tells whether there is a catalogue, rather than {@link #without none}. */
  public boolean isThere() {
    return mode != Mode.NO_CATALOG;
  }

  /**
   * Returns this catalogue for somebody who may change nothing in it; it is closed when this one
   * is.
   */
  public Catalog readOnly() {
    return new Catalog(file, root, attached, Mode.READ_ONLY, order);
  }

  /** Opens a session as {@link #openSession(Cancellation)} does, which can change nothing. */
  public Session openReadingSession(Cancellation cancellation) {
    Session session = openSession(Mode.READ_ONLY);
    session.obey(cancellation);
    return session;
  }

  /** Opens a session; the caller closes it. Sessions see each other's committed changes. */
  public Session openSession() {
    return openSession(mode);
  }

  private Session openSession(Mode wanted) {
    try {
      Session session = new Session(root.duplicate(), location(), wanted, order);
      attached.ifPresent(session::enter);
      return session;
    } catch (SQLException e) {
      throw SqlFailure.of("open a session", location(), e);
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
      throw SqlFailure.of("close", location(), e);
    }
  }

  private String location() {
    return file.map(Path::toString).orElse("");
  }

  /** Returns what DuckDB calls the database of this catalogue where it is not its own. */
  Optional<String> attached() {
    return attached;
  }

  /** Returns what sessions may do. */
  Mode mode() {
    return mode;
  }

  private interface Attempt {
    Catalog open() throws SQLException;
  }

  private static Catalog patiently(Path file, Predicate<FileHolder> again, Attempt attempt) {
    while (true) {
      try {
        return attempt.open();
      } catch (SQLException e) {
        Optional<FileHolder> holder = FileHolder.in(e);
        if (!holder.filter(again).isPresent()) {
          throw OpenFailure.explain(file, e);
        }
      }
    }
  }

  private static Catalog prepared(Path file, DuckDBConnection root, Mode mode, Consent createIn) {
    try {
      Catalog catalog = new Catalog(Optional.of(file), root, Optional.empty(), mode);
      catalog.configure();
      catalog.bringUp(file.toString(), createIn);
      return catalog;
    } catch (RuntimeException e) {
      throw closed(root, e);
    }
  }

  private Catalog attached(Path absolute, Mode wanted, Consent createIn) throws SQLException {
    try (Attachment attachment = Attachment.open(root, absolute, wanted == Mode.READ_ONLY_FILE)) {
      Optional<String> name = Optional.of(attachment.database());
      Catalog catalog = new Catalog(Optional.of(absolute), root, name, wanted, order);
      catalog.bringUp(absolute.toString(), createIn);
      attachment.keep();
      return catalog;
    }
  }

  /** What holds for every session. */
  private void configure() {
    try (Session session = openSession()) {
      session.statement("SET GLOBAL TimeZone = 'UTC'");
      // It sorts sums in the type that fits what was summed, and cuts them to it (DuckDB 2.0.0).
      session.statement("SET GLOBAL disabled_optimizers = 'compressed_materialization'");
    }
  }

  private void bringUp(String location, Consent createIn) {
    try (Session session = openSession()) {
      if (file.isPresent() && openedFile(session).isEmpty()) {
        throw OpenFailure.ofTableFile(file.get());
      }
      Migrator migrator = new Migrator(session, location);
      if (mode == Mode.READ_ONLY_FILE) {
        migrator.check();
      } else {
        done = migrator.migrate(createIn);
      }
    }
  }

  /** Returns the file of the database that {@code session} is in; none where it is in memory. */
  static Optional<String> openedFile(Session session) {
    return session.list("schema/opened_file", Map.of(), row -> row.optionalText("path")).get(0);
  }

  private static DuckDBConnection memory(CatalogSettings settings) {
    try {
      return Database.connectToMemory(settings);
    } catch (SQLException e) {
      throw PhotocatException.of(
          ExitStatus.CATALOG, "cannot open a catalogue in memory: " + SqlFailure.text(e), e);
    }
  }

  private static RuntimeException closed(DuckDBConnection root, RuntimeException failure) {
    try {
      root.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
