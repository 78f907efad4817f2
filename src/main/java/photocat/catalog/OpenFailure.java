package photocat.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Says why a catalogue could not be opened, and what to do. */
final class OpenFailure {
  private static final String ELSEWHERE = "choose another file with --catalog FILE";

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern CANNOT_OPEN = Pattern.compile("(?i)cannot open file \".*\": (.+)");

  private static final Logger log = LoggerFactory.getLogger(OpenFailure.class);

  /**
   * What {@code fcntl} says where the file system has no locks; another holder is told otherwise.
   */
  private static final Pattern NO_LOCKS =
      Pattern.compile(
          "could not set lock on file .*: (no locks available|function not implemented"
              + "|operation not supported|not supported|invalid argument|input/output error)");

  private OpenFailure() {}

  static PhotocatException explain(Path file, SQLException e) {
    String found = SqlFailure.text(e);
    String lower = found.toLowerCase(Locale.ROOT);
    Optional<FileHolder> holder = FileHolder.in(e);
    if (holder.isPresent()) {
      return held(file, holder.get(), e);
    }
    if (NO_LOCKS.matcher(lower).find()) {
      return elsewhere(file, "its disk grants no locks, as NFS does without its lock service", e);
    }
    if (lower.contains("could not set lock")) {
      return failure("cannot open catalogue %s: another process holds it".formatted(file), e)
          .withHint("close it; one process at a time can hold a catalogue");
    }
    if (isOfNewerDuckDb(lower) && !Damage.isOfLog(found)) {
      return failure(
              "cannot open catalogue %s: it was made by a newer version of DuckDB".formatted(file),
              e)
          .withHint("update photocat");
    }
    Optional<String> damage = Damage.ofClosed(found, file);
    if (damage.isPresent()) {
      return damaged("cannot open catalogue %s: %s".formatted(file, damage.get()), file, e);
    }
    if (lower.contains("not a valid duckdb database file") || lower.contains("sqlite_scanner")) {
      return elsewhere(file, noDatabase(file), e);
    }
    if (lower.contains("disabled by configuration")) {
      return failure("cannot open catalogue %s: .safe forbids it".formatted(file), e)
          .withHint("run .safe when the catalogue is there");
    }
    if (Files.isDirectory(file)) {
      return elsewhere(file, "it is a folder", e);
    }
    if (lower.contains("cannot open file")) {
      return elsewhere(file, inaccessible(file, found), e);
    }
    if (lower.contains("no space left on device")) {
      return failure("cannot make catalogue %s: no space left on its disk".formatted(file), e)
          .withHint("free the disk, or choose another file with --catalog FILE");
    }
    return elsewhere(file, firstLine(found), e);
  }

  private static boolean isOfNewerDuckDb(String lower) {
    return lower.contains("newer version") || lower.contains("we can only read versions");
  }

  private static PhotocatException held(Path file, FileHolder holder, SQLException cause) {
    boolean isStopped = holder.isStopped();
    String message =
        "cannot open catalogue %s: %s%s holds it"
            .formatted(file, holder.process(), isStopped ? ", which is stopped," : "");
    String remedy = "wait until it ends, or close it; one process at a time can hold a catalogue";
    if (holder.photocat().isPresent()) {
      remedy = "wait until it ends, or close it; --set catalog.wait=PT5M waits longer";
    }
    return failure(message, cause)
        .withHint(isStopped ? "'kill -CONT %d' lets it go on".formatted(holder.pid()) : remedy);
  }

  /**
   * Returns why the open catalogue {@code file} cannot be read, empty if that is not the reason.
   */
  static Optional<PhotocatException> ofDamage(String file, SQLException e) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    return Damage.in(SqlFailure.text(e), Path.of(file))
        .map(
            found ->
                damaged("cannot read catalogue %s: %s".formatted(file, found), Path.of(file), e));
  }

  private static PhotocatException damaged(String message, Path file, SQLException cause) {
    return failure(message, cause)
        .withHint(
            "'photocat repair --catalog %s' keeps a backup and saves what can be read"
                .formatted(file));
  }

  /** The folder of the catalogue could not be made. */
  static PhotocatException ofFolder(Path file, IOException e) {
    return elsewhere(file, notWritable(file), e);
  }

  /** The file is there, but cannot be changed. */
  static PhotocatException ofObstacle(Path file, String obstacle) {
    return PhotocatException.of(
            ExitStatus.CATALOG, "cannot change catalogue %s: %s".formatted(file, obstacle))
        .withHint("copy it to where you may write, or choose another file with --catalog FILE");
  }

  /** What is opened for reading only must be there. */
  static PhotocatException ofMissing(Path file) {
    return elsewhere(file, inTheWay(file).orElse("there is no such file"), null);
  }

  /** No catalogue can be in what is there. */
  static PhotocatException ofOddFile(Path file, String found) {
    return elsewhere(file, found, null);
  }

  /** DuckDB opens a CSV, JSON or Parquet file too, but keeps nothing of what is written then. */
  static PhotocatException ofTableFile(Path file) {
    return elsewhere(file, noDatabase(file), null);
  }

  private static String noDatabase(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      if (Arrays.equals(content.readNBytes(SQLITE.length), SQLITE)) {
        return "it is a SQLite database, not one of DuckDB's";
      }
    } catch (IOException e) {
      log.debug("cannot read {}", file, e);
    }
    return "it is not a DuckDB file";
  }

  private static String inaccessible(Path file, String found) {
    if (!Files.exists(file)) {
      return notWritable(file);
    }
    for (Path each : List.of(file, logOf(file))) {
      String which = each.equals(file) ? "it" : "its log " + each;
      if (Files.exists(each) && !Files.isReadable(each)) {
        return "this user may not read " + which;
      }
      if (Files.exists(each) && !Files.isWritable(each)) {
        return "this user may not write " + which;
      }
    }
    Matcher reason = CANNOT_OPEN.matcher(firstLine(found));
    return reason.find() ? reason.group(1).toLowerCase(Locale.ROOT) : firstLine(found);
  }

  /** It lies beside the file itself, not beside a link to it. */
  private static Path logOf(Path file) {
    try {
      return RescueCopy.logOf(file.toRealPath());
    } catch (IOException e) {
      return RescueCopy.logOf(file);
    }
  }

  private static String notWritable(Path file) {
    return inTheWay(file)
        .orElseGet(() -> "folder " + lowestThatIsThere(file) + " cannot be written");
  }

  /** Tells of a file where a folder should be. */
  private static Optional<String> inTheWay(Path file) {
    return Optional.ofNullable(lowestThatIsThere(file))
        .filter(there -> !Files.isDirectory(there))
        .map(there -> there + " is not a folder");
  }

  private static @Nullable Path lowestThatIsThere(Path file) {
    Path folder = file.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static PhotocatException elsewhere(Path file, String found, @Nullable Exception cause) {
    String message = "cannot open catalogue %s: %s".formatted(file, found);
    PhotocatException failure =
        cause == null
            ? PhotocatException.of(ExitStatus.CATALOG, message)
            : PhotocatException.of(ExitStatus.CATALOG, message, cause);
    return failure.withHint(ELSEWHERE);
  }

  private static PhotocatException failure(String message, SQLException cause) {
    return PhotocatException.of(ExitStatus.CATALOG, message, cause);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
