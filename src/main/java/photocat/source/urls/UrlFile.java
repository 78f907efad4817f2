package photocat.source.urls;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.dwca.ArchiveTable;
import photocat.source.dwca.LoneTable;

/**
 * A file of a list, looked at so far that it can be read.
 *
 * @param path of the file
 * @param form what its rows are
 * @param headers names of its columns, all different; empty where its items tell, and for Parquet
 * @param text its rows; of Parquet none
 * @param table how they are written; of Parquet nothing
 */
public record UrlFile(
    Path path,
    Form form,
    List<String> headers,
    Optional<LoneTable.Text> text,
    Optional<ArchiveTable> table) {
  /** What the rows of a file are. */
  public enum Form {
    /** Cells of a text, whose lines are counted while it is cut. */
    CELLS,
    /** A JSON value on each line, whose lines are counted while it is cut. */
    JSON_LINES,
    /** A JSON value on each line, behind the line that it is from. */
    ITEMS,
    /** Rows that DuckDB reads where they lie. */
    PARQUET
  }

  /** Copies the list. */
  public UrlFile {
    headers = List.copyOf(headers);
  }

  /**
   * Looks at a file; which form it has its first bytes tell.
   *
   * @param named columns that the user names
   * @param sqliteTable of a SQLite database, empty for the only one
   * @throws PhotocatException when it has none of these forms, or cannot be read
   */
  public static UrlFile open(Path path, Map<UrlRole, String> named, Optional<String> sqliteTable) {
    try {
      return UrlForms.open(path, named, sqliteTable);
    } catch (PhotocatException e) {
      throw named(path, e);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot read %s: %s".formatted(path, FailureReason.of(e)), e);
    }
  }

  /** Says which file it was, for a failure that says what was found only. */
  public static PhotocatException named(Path path, PhotocatException e) {
    if (e.message().startsWith("cannot read ")) {
      return e;
    }
    PhotocatException told =
        PhotocatException.of(e.kind(), "cannot read %s: %s".formatted(path, e.message()), e);
    return e.hint().map(told::withHint).orElse(told);
  }
}
