package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import photocat.file.InputFile;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.GzipInput;
import photocat.source.TarEntries;

/** Tells by its first bytes what an archive is, whatever its name says. */
final class ArchiveOpening {
  /** In ISO 8859-1. */
  private static final Map<String, String> OTHER_FORMATS =
      Map.of(
          "7z\u00bc\u00af", "a 7z archive",
          "Rar!", "a RAR archive",
          "\u00fd7zXZ", "an xz file",
          "BZh", "a bzip2 file",
          "(\u00b5/\u00fd", "a zstd file",
          "PAR1", "a Parquet file",
          "SQLite format 3", "an SQLite database",
          "%PDF", "a PDF");

  private ArchiveOpening() {}

  /** Opens what lies at {@code path}; the messages of what is thrown name neither it nor a task. */
  static ArchiveFiles open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return FolderFiles.of(path);
    }
    if (InputFile.isPipe(path)) {
      throw PhotocatException.of(ExitStatus.FAILED, "it is a pipe, and is read more than once")
          .withHint("write it to a file first");
    }
    String head = head(path, false);
    if (head.isEmpty()) {
      throw PhotocatException.of(ExitStatus.FAILED, "it is empty");
    }
    if (head.startsWith("PK")) {
      return new ZipFiles(path);
    }
    byte[] inflated = head(path, true).getBytes(StandardCharsets.ISO_8859_1);
    if (TarEntries.isTar(inflated)) {
      return new TarFiles(path);
    }
    checkText(head);
    return FolderFiles.ofOne(path);
  }

  private static String head(Path path, boolean inflate) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        InputStream in = inflate ? GzipInput.orPlain(file) : file) {
      return new String(in.readNBytes(TarEntries.HEADER_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  private static void checkText(String head) {
    OTHER_FORMATS.forEach(
        (magic, what) -> {
          if (head.startsWith(magic)) {
            throw no(what);
          }
        });
    String start = head.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      throw no("a web page").withHint("the address may ask for a login, or the file is gone");
    }
  }

  private static PhotocatException no(String found) {
    return PhotocatException.of(
            ExitStatus.FAILED, "it is %s, not a Darwin Core Archive".formatted(found))
        .withHint("give a .zip, a .tar.gz, a folder, or the text file of a table");
  }
}
