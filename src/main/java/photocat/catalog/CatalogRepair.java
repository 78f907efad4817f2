package photocat.catalog;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.file.OutputFolder;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * Makes a damaged catalogue open again with what can be read of it. All is tried on a copy; the
 * file and its log are kept as a dated backup, and stay as they are where nothing can be saved.
 */
public final class CatalogRepair {
  private static final String VERB = "repair catalogue";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What DuckDB puts behind the name of a database. */
  private static final List<String> LOGS = List.of(".wal", ".wal.checkpoint", ".wal.recovery");

  private static final List<String> ENDINGS = Stream.concat(Stream.of(""), LOGS.stream()).toList();

  private final Path named;
  private final CatalogSettings settings;
  private final Cancellation cancellation;

  /**
   * What was done.
   *
   * @param found what was wrong
   * @param backup where the damaged file is now, its log beside it; empty where it stays in place
   * @param saved what of it is in the catalogue
   * @param kind DONE for all of it, PARTIAL for a part, FAILED for nothing
   */
  public record Repaired(String found, Optional<Path> backup, String saved, ExitStatus kind) {}

  /** A repair of the catalogue {@code file}, which nobody may have open. */
  public CatalogRepair(Path file, CatalogSettings settings, Cancellation cancellation) {
    this.named = file.toAbsolutePath().normalize();
    this.settings = settings;
    this.cancellation = cancellation;
  }

  /**
   * Repairs the catalogue; returns empty, and changes nothing, if all of it is there.
   *
   * @throws PhotocatException of kind CATALOG if it cannot be opened for another reason than damage
   */
  public Optional<Repaired> run(Instant now) {
    Path file = CatalogPath.present(named);
    try {
      Path real = file.toRealPath();
      Optional<String> found = found(real);
      return found.isEmpty() ? mended(real) : Optional.of(repaired(real, found.get(), now));
    } catch (IOException e) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "cannot %s %s: %s".formatted(VERB, named, FailureReason.of(e)), e)
          .withHint("make room or grant access, and run it again; nothing has changed");
    }
  }

  /** Returns what is damaged, in words. */
  private Optional<String> found(Path real) throws IOException {
    Optional<SQLException> fault = RescueCopy.fault(real, named, settings, cancellation);
    if (fault.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Damage.ofClosed(SqlFailure.text(fault.get()), real)
            .orElseThrow(() -> OpenFailure.explain(named, fault.get())));
  }

  /** All can be read, but something of photocat's own may have been dropped. */
  private Optional<Repaired> mended(Path real) {
    if (RescueCopy.isWhole(real, settings)) {
      return Optional.empty();
    }
    try (Catalog catalog = Catalog.open(real, settings)) {
      return catalog
          .mended()
          .map(what -> new Repaired(what, Optional.empty(), "all that is there", ExitStatus.DONE));
    }
  }

  private Repaired repaired(Path real, String found, Instant now) throws IOException {
    Path backup = real.resolveSibling(real.getFileName() + ".damaged-" + STAMP.format(now));
    requireFree(backup);
    requireRoom(real);
    Outputs outputs = new Outputs(List::of, Optional.empty(), cancellation);
    try (OutputFolder folder = OutputFolder.open(outputs.place(real, Writing.of(VERB, true)))) {
      Optional<Rescue.Saved> saved = new Rescue(folder, real, settings, cancellation).run();
      if (saved.isEmpty()) {
        return new Repaired(found, Optional.empty(), "nothing", ExitStatus.FAILED);
      }
      cancellation.check("the repair");
      keep(real, backup);
      putInPlace(folder, saved.get().file(), real, backup);
      for (String log : LOGS) {
        Files.deleteIfExists(beside(real, log));
      }
      ExitStatus kind = saved.get().isAll() ? ExitStatus.DONE : ExitStatus.PARTIAL;
      return new Repaired(found, Optional.of(backup), saved.get().words(), kind);
    }
  }

  private static void putInPlace(OutputFolder folder, Path whole, Path real, Path backup)
      throws IOException {
    try {
      folder.finish(whole);
    } catch (IOException e) {
      for (String ending : ENDINGS) {
        Path kept = beside(backup, ending);
        if (Files.exists(beside(real, ending))) {
          Files.deleteIfExists(kept);
        } else if (Files.exists(kept)) {
          Files.move(kept, beside(real, ending), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      throw e;
    }
  }

  /** A second name costs no room, and leaves the first where it is until the copy takes it. */
  private static void keep(Path real, Path backup) throws IOException {
    try {
      for (String log : LOGS) {
        if (Files.exists(beside(real, log))) {
          Files.createLink(beside(backup, log), beside(real, log));
        }
      }
      Files.createLink(backup, real);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      // Not every file system has hard links.
      move(real, backup);
    }
  }

  /** The file goes first: without its log it would open, as if what is there had never been. */
  private static void move(Path real, Path backup) throws IOException {
    Files.move(real, backup, StandardCopyOption.ATOMIC_MOVE);
    for (String log : LOGS) {
      if (Files.exists(beside(real, log))) {
        Files.move(beside(real, log), beside(backup, log), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static void requireFree(Path backup) throws IOException {
    for (Path each : List.of(backup, beside(backup, LOGS.get(0)))) {
      if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("there is %s already".formatted(each.getFileName()));
      }
    }
  }

  private void requireRoom(Path real) throws IOException {
    long needed = 0;
    for (String ending : ENDINGS) {
      Path each = beside(real, ending);
      needed += Files.exists(each) ? Files.size(each) : 0;
    }
    long free = Files.getFileStore(real).getUsableSpace();
    if (free < needed) {
      throw new IOException(
          "a copy of %s does not fit on its disk, where %s are free"
              .formatted(Amounts.bytes(needed), Amounts.bytes(free)));
    }
  }

  private static Path beside(Path database, String ending) {
    return database.resolveSibling(database.getFileName() + ending);
  }
}
