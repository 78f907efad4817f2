package photocat.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import photocat.file.OutputFolder;
import photocat.model.Amounts;
import photocat.model.Cancellation;

/**
 * What can be saved of a damaged catalogue, tried on a copy: with other headers, with less of its
 * log, and then table by table. What it held before its last checkpoint is the last resort.
 */
final class Rescue {
  private final OutputFolder folder;
  private final Path original;
  private final CatalogSettings settings;
  private final Cancellation cancellation;
  private final RescueCopy copy;

  /** How much of the log can be read with each headers. */
  private final Map<DatabaseHeaders.Fixed, Long> readable = new HashMap<>();

  Rescue(OutputFolder folder, Path original, CatalogSettings settings, Cancellation cancellation) {
    this.folder = folder;
    this.original = original;
    this.settings = settings;
    this.cancellation = cancellation;
    this.copy = new RescueCopy(folder.file("copy.duckdb"), original, settings, cancellation);
  }

  /**
   * A catalogue that is to take the place of the damaged one.
   *
   * @param file nobody has it open
   * @param words what is in it
   * @param isAll whether that is all there was
   */
  record Saved(Path file, String words, boolean isAll) {}

  /** Returns the first attempt that gives something. */
  Optional<Saved> run() throws IOException {
    copy.make();
    DatabaseHeaders headers = DatabaseHeaders.of(original);
    DatabaseHeaders any = DatabaseHeaders.of(emptyDatabase());
    for (List<DatabaseHeaders.Fixed> candidates : List.of(headers.fixed(any), headers.older(any))) {
      for (DatabaseHeaders.Fixed each : candidates) {
        Optional<Saved> saved = whole(each);
        if (saved.isPresent()) {
          return saved;
        }
      }
      for (DatabaseHeaders.Fixed each : candidates) {
        Optional<Saved> saved = tables(each);
        if (saved.isPresent()) {
          return saved;
        }
      }
    }
    return Optional.empty();
  }

  /** Tries the copy with as much of the log as DuckDB takes. */
  private Optional<Saved> whole(DatabaseHeaders.Fixed headers) throws IOException {
    copy.use(headers);
    long all = copy.logBytes();
    long kept = all;
    Optional<SQLException> fault = tried(kept);
    while (fault.isPresent() && Damage.isOfLog(SqlFailure.text(fault.get())) && kept > 0) {
      OptionalLong place = copy.placeInLog(SqlFailure.text(fault.get()));
      kept = place.isPresent() && place.getAsLong() < kept ? place.getAsLong() : 0;
      fault = tried(kept);
    }
    readable.put(headers, kept);
    if (fault.isPresent()) {
      return Optional.empty();
    }
    // Opened for writing, it takes in its log, and what it may have lost of photocat's own.
    Catalog.open(copy.file(), settings).close();
    copy.removeLogs();
    List<String> less = less(headers, kept, all);
    String words = less.isEmpty() ? "everything" : String.join(", ", less);
    return Optional.of(new Saved(copy.file(), words, less.isEmpty()));
  }

  private Optional<SQLException> tried(long logBytes) throws IOException {
    copy.useLog(logBytes);
    return copy.fault();
  }

  /** Returns what there is less than all, in words. */
  private static List<String> less(DatabaseHeaders.Fixed headers, long kept, long all) {
    List<String> words = new ArrayList<>();
    if (!headers.isNewest()) {
      words.add("what it held before its last checkpoint");
    }
    if (kept < all) {
      words.add(
          kept == 0
              ? "all but its log of %s bytes".formatted(Amounts.count(all))
              : "all but the last %s of %s bytes of its log"
                  .formatted(Amounts.count(all - kept), Amounts.count(all)));
    }
    return words;
  }

  private Optional<Saved> tables(DatabaseHeaders.Fixed headers) throws IOException {
    copy.use(headers);
    for (long log : List.of(readable.getOrDefault(headers, 0L), 0L)) {
      copy.useLog(log);
      Path made = folder.file("new.duckdb");
      Files.deleteIfExists(made);
      TableRescue.Rescued rescued = TableRescue.run(copy.file(), made, settings, cancellation);
      if (!rescued.saved().isEmpty()) {
        List<String> less = less(headers, log, copy.logBytes());
        String of = less.isEmpty() ? "" : "of " + String.join(", ", less) + ": ";
        boolean isAll = rescued.lost().isEmpty() && less.isEmpty();
        return Optional.of(new Saved(made, of + words(rescued), isAll));
      }
    }
    return Optional.empty();
  }

  private static String words(TableRescue.Rescued rescued) {
    int saved = rescued.saved().size();
    return rescued.lost().isEmpty()
        ? "all %d tables".formatted(saved)
        : "%d tables; lost: %s".formatted(saved, String.join(", ", rescued.lost()));
  }

  private Path emptyDatabase() {
    Path empty = folder.file("empty.duckdb");
    try {
      Database.connect(empty, settings).close();
      return empty;
    } catch (SQLException e) {
      throw OpenFailure.explain(original, e);
    }
  }
}
