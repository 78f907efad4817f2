package photocat.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Amounts;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.sql.Quoted;

/**
 * Makes a damaged catalogue open again with what can be read of it. Nothing is deleted: the file
 * and its log are moved to a dated backup first.
 */
public final class CatalogRepair {
  private static final Logger log = LoggerFactory.getLogger(CatalogRepair.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final CatalogSettings settings;

  /**
   * What was done.
   *
   * @param found what was wrong
   * @param backup where the damaged file is now; its log is beside it
   * @param saved what of it is in the catalogue
   */
  public record Repaired(String found, Path backup, String saved) {}

  /** A repair of the catalogue {@code file}, which nobody may have open. */
  public CatalogRepair(Path file, CatalogSettings settings) {
    this.file = file.toAbsolutePath().normalize();
    this.settings = settings;
  }

  /**
   * Repairs the catalogue; returns empty, and changes nothing, if all of it can be read.
   *
   * @throws PhotocatException of kind CATALOG if it cannot be opened for another reason than damage
   */
  public Optional<Repaired> run(Instant now) {
    if (Files.notExists(file)) {
      throw OpenFailure.ofMissing(file);
    }
    Optional<SQLException> failure = read();
    if (failure.isEmpty()) {
      return Optional.empty();
    }
    String text = SqlFailure.text(failure.get());
    String found =
        Damage.in(text, file.toString())
            .orElseThrow(() -> OpenFailure.explain(file, failure.get()));
    Path backup = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(now));
    try {
      move(file, backup);
      return Optional.of(new Repaired(found, backup, saved(backup, text)));
    } catch (IOException e) {
      throw PhotocatException.of(
              Kind.FAILED, "cannot repair catalogue %s: %s".formatted(file, FailureReason.of(e)), e)
          .withHint("make room or grant access, and run it again; nothing has changed");
    }
  }

  /** Leaves no half of a copy in place of the damaged file. */
  private String saved(Path backup, String text) throws IOException {
    try {
      return save(backup, text);
    } catch (IOException e) {
      removeCopy();
      move(backup, file);
      throw e;
    }
  }

  private String save(Path backup, String text) throws IOException {
    if (Damage.isOfLog(text)) {
      long logBytes = Files.size(logOf(backup));
      OptionalLong place = Damage.placeInLog(text);
      if (place.isPresent() && canBeRead(backup, place.getAsLong())) {
        return "all but the last %s of %s bytes of its log"
            .formatted(Amounts.count(logBytes - place.getAsLong()), Amounts.count(logBytes));
      }
      if (canBeRead(backup, 0)) {
        return "all but its log of %s bytes".formatted(Amounts.count(logBytes));
      }
    }
    return saveTables(backup);
  }

  /** Puts a copy of the backup in place, with as much of its log, and tries it. */
  private boolean canBeRead(Path backup, long logBytes) throws IOException {
    removeCopy();
    Files.copy(backup, file);
    if (logBytes > 0) {
      Files.copy(logOf(backup), logOf(file));
      try (FileChannel copy = FileChannel.open(logOf(file), StandardOpenOption.WRITE)) {
        copy.truncate(logBytes);
      }
    }
    return read().isEmpty();
  }

  /** The file goes first: without its log it would open, as if what is there had never been. */
  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      throw new IOException("there is %s already".formatted(to.getFileName()));
    }
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    if (Files.exists(logOf(from))) {
      Files.move(logOf(from), logOf(to), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void removeCopy() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(logOf(file));
  }

  /** Makes a new catalogue and copies the tables into it that can be read from end to end. */
  private String saveTables(Path backup) throws IOException {
    removeCopy();
    List<String> saved = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    try (Catalog catalog = Catalog.open(file, settings);
        Session session = catalog.openSession()) {
      session.run("repair/attach", Map.of(), Map.of("file", Quoted.text(backup.toString())));
      for (String table : session.list("repair/tables", Map.of(), row -> row.text("name"))) {
        (copied(session, table) ? saved : lost).add(table);
      }
    } catch (PhotocatException e) {
      log.warn("nothing can be read of {}", backup, e);
      return "nothing";
    }
    return lost.isEmpty()
        ? "all %d tables".formatted(saved.size())
        : "%d tables; lost: %s".formatted(saved.size(), String.join(", ", lost));
  }

  private static boolean copied(Session session, String table) {
    try {
      session.run("repair/copy_table", Map.of(), Map.of("table", Quoted.name(table)));
      return true;
    } catch (PhotocatException e) {
      log.warn("cannot read the table {}", table, e);
      return false;
    }
  }

  /** Reads every value of every table; returns what went wrong. */
  private Optional<SQLException> read() {
    try (Session session =
        new Session(
            Database.connectToRead(file, settings),
            file.toString(),
            ReadOnlyGuard.Mode.READ_ONLY)) {
      for (String table : session.list("repair/own_tables", Map.of(), row -> row.text("name"))) {
        Map<String, String> hole = Map.of("table", Quoted.name(table));
        session.query("repair/read_table", Map.of(), hole, new RowReader(row -> true));
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    } catch (PhotocatException e) {
      if (e.getCause() instanceof SQLException cause) {
        return Optional.of(cause);
      }
      throw e;
    }
  }

  private static Path logOf(Path database) {
    return database.resolveSibling(database.getFileName() + ".wal");
  }
}
