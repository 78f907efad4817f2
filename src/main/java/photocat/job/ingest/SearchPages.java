package photocat.job.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import photocat.file.OwnFiles;
import photocat.file.TextFile;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.gbif.SearchPage;
import photocat.source.gbif.SearchQuery;

/**
 * The pages of a search that have come, each a file, so that a search that was stopped goes on. One
 * process at a time.
 */
final class SearchPages {
  /** GBIF's index changes; pages of different days do not fit together. */
  private static final Duration FRESH = Duration.ofDays(1);

  private static final Pattern OURS =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\\d+\\.json(\\.part)?");

  private static final List<String> TABLES = List.of("occurrence.txt", "multimedia.txt");

  private final Path folder;
  private final String order;

  /**
   * Pages in {@code folder}, which has nothing else.
   *
   * @param order a word for the order of records: those of another do not fit
   */
  SearchPages(Path folder, String order) {
    this.folder = folder;
    this.order = order;
  }

  /** Makes the folder, and removes what is too old there. */
  void open(Instant now) {
    try {
      OwnFiles.makeFolder(folder);
      clearArchive();
      OwnFiles.makeFolder(archive());
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, SearchPages::isOurs)) {
        for (Path file : files) {
          Instant made = Files.getLastModifiedTime(file).toInstant();
          if (made.plus(FRESH).isBefore(now)) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static boolean isOurs(Path file) {
    return OURS.matcher(file.getFileName().toString()).matches();
  }

  /** Returns where they lie. */
  Path folder() {
    return folder;
  }

  /** Returns where the tables that are made of them lie. */
  Path archive() {
    return folder.resolve("archive");
  }

  private void clearArchive() throws IOException {
    if (OwnFiles.isFolder(archive())) {
      for (String table : TABLES) {
        Files.deleteIfExists(archive().resolve(table));
      }
      OwnFiles.removeIfEmpty(archive());
    }
  }

  Optional<SearchPage> read(SearchQuery part, long offset) {
    Path file = file(part, offset);
    try {
      return Files.isRegularFile(file)
          ? SearchPage.read(TextFile.read(file, 64 << 20))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void keep(SearchQuery part, long offset, SearchPage page) {
    Path file = file(part, offset);
    Path grown = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(grown);
      try (OutputStream out = OwnFiles.make(grown)) {
        out.write(page.text().getBytes(StandardCharsets.UTF_8));
      }
      OwnFiles.replace(file, grown);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Path file(SearchQuery part, long offset) {
    byte[] asked = (part.text() + order).getBytes(StandardCharsets.UTF_8);
    return folder.resolve("%s-%d.json".formatted(UUID.nameUUIDFromBytes(asked), offset));
  }

  /** Removes all that is photocat's in it, and the folder where nothing else is there. */
  void clear() {
    try {
      if (OwnFiles.isFolder(folder)) {
        clearArchive();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, SearchPages::isOurs)) {
          for (Path file : files) {
            Files.deleteIfExists(file);
          }
        }
        OwnFiles.removeIfEmpty(folder);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private PhotocatException failure(IOException e) {
    return PhotocatException.of(
        ExitStatus.FAILED,
        "cannot keep pages of GBIF in %s: %s".formatted(folder, FailureReason.of(e)),
        e);
  }
}
