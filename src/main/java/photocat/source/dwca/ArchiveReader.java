package photocat.source.dwca;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.ReadProgress;

/**
 * An open Darwin Core Archive: a zip, a tar archive, a folder or the file of one table. Nothing is
 * unpacked. Used by one thread at a time; the caller closes it.
 */
public final class ArchiveReader implements AutoCloseable {
  private static final String META = "meta.xml";

  private final Path path;
  private final ArchiveFiles files;
  private final String root;
  private final ArchiveDescriptor descriptor;

  private ArchiveReader(Path path, ArchiveFiles files, String root, ArchiveDescriptor descriptor) {
    this.path = path;
    this.files = files;
    this.root = root;
    this.descriptor = descriptor;
  }

  /**
   * Opens what lies at {@code path} and reads what its tables are.
   *
   * @throws PhotocatException when it is no archive, or breaks a rule of archives
   */
  public static ArchiveReader open(Path path) {
    try {
      ArchiveFiles files = ArchiveOpening.open(path);
      try {
        return open(path, files);
      } catch (RuntimeException | IOException e) {
        files.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(path.toString(), "", FailureReason.of(e), e);
    } catch (PhotocatException e) {
      throw named(path.toString(), "", e);
    }
  }

  private static ArchiveReader open(Path archive, ArchiveFiles files) throws IOException {
    List<String> metas =
        files.paths().stream()
            .filter(path -> path.equals(META) || path.endsWith("/" + META))
            .toList();
    int least = metas.stream().mapToInt(ArchiveReader::depth).min().orElse(0);
    List<String> highest = metas.stream().filter(path -> depth(path) == least).toList();
    if (highest.size() > 1) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "it holds several archives: "
                  + highest.stream().limit(5).map(OneLine::of).collect(Collectors.joining(", ")))
          .withHint("unpack it and give one of its folders");
    }
    if (highest.isEmpty()) {
      String root = commonFolder(files.paths());
      return new ArchiveReader(archive, files, root, HeaderTables.read(files, root));
    }
    String meta = highest.get(0);
    String root = meta.substring(0, meta.length() - META.length());
    ArchiveDescriptor descriptor;
    try (InputStream in = files.open(meta)) {
      descriptor = MetaFile.read(in, "%s in %s".formatted(META, files.name()));
    }
    return new ArchiveReader(archive, files, root, located(descriptor, files, root));
  }

  private static int depth(String path) {
    return (int) path.chars().filter(character -> character == '/').count();
  }

  /** Returns the one folder that all files are in, empty for none. */
  private static String commonFolder(List<String> paths) {
    String root = "";
    while (!paths.isEmpty()) {
      int end = paths.get(0).indexOf('/', root.length()) + 1;
      String deeper = paths.get(0).substring(0, end);
      if (end == 0 || !paths.stream().allMatch(path -> path.startsWith(deeper))) {
        break;
      }
      root = deeper;
    }
    return root;
  }

  /** Returns the same with paths in the archive instead of locations beside meta.xml. */
  private static ArchiveDescriptor located(
      ArchiveDescriptor descriptor, ArchiveFiles files, String root) {
    return new ArchiveDescriptor(
        located(descriptor.core(), files, root),
        descriptor.extensions().stream().map(table -> located(table, files, root)).toList(),
        descriptor.metadata().map(file -> root + file).filter(files.paths()::contains),
        descriptor.notes());
  }

  private static ArchiveTable located(ArchiveTable table, ArchiveFiles files, String root) {
    List<String> paths = new ArrayList<>();
    for (String location : table.files()) {
      String path = root + EntryNames.plain(location);
      paths.add(files.paths().contains(path) ? path : otherCase(path, files));
    }
    return new ArchiveTable(
        table.kind(),
        table.rowType(),
        table.core(),
        paths,
        table.dialect(),
        table.keyIndex(),
        table.columns());
  }

  private static String otherCase(String path, ArchiveFiles files) {
    List<String> found = files.paths().stream().filter(path::equalsIgnoreCase).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    String inside =
        files.paths().stream().limit(5).map(OneLine::of).collect(Collectors.joining(", "));
    throw PhotocatException.of(
            ExitStatus.FAILED,
            "meta.xml names the file '%s', which is not there; it holds %s%s"
                .formatted(OneLine.of(path), inside, files.paths().size() > 5 ? ", …" : ""))
        .withHint("fetch it again, or ask whoever made it");
  }

  /** Returns what the archive holds. */
  public ArchiveDescriptor descriptor() {
    return descriptor;
  }

  /** Returns the archive's name for messages. */
  public String name() {
    return files.name();
  }

  /** Returns the bytes of its files as they lie on the disk, compressed or not. */
  public long sizeBytes() {
    try {
      if (!Files.isDirectory(path)) {
        return Files.size(path);
      }
      long sum = 0;
      for (String each : files.paths()) {
        sum += Files.size(path.resolve(each));
      }
      return sum;
    } catch (IOException e) {
      throw failure(files.name(), "", FailureReason.of(e), e);
    }
  }

  /**
   * Hands over the cells of every row of {@code table}, as they stand, and what is no row.
   *
   * @return how many rows there are
   * @throws PhotocatException when the archive cannot be read to the table's end
   */
  public long rows(ArchiveTable table, Consumer<List<String>> rows, Consumer<OddRow> oddRows) {
    long count = 0;
    for (String path : table.files()) {
      try (TableText text = TableText.open(files.open(path), table)) {
        while (text.next()) {
          Records record = text.record();
          String flaw = record.flaw(text.width());
          if (flaw.isEmpty()) {
            rows.accept(text.width().fitted(record.values()));
            count++;
          } else {
            oddRows.accept(new OddRow(record.line(), record.text(), flaw));
          }
        }
      } catch (IOException e) {
        throw failure(files.name(), path, FailureReason.of(e), e);
      } catch (PhotocatException e) {
        throw named(files.name(), path, e);
      }
    }
    return count;
  }

  /** Begins to read {@code table} on a thread of its own; the caller closes what he is given. */
  public RowStreams streams(
      ArchiveTable table, StreamRequest request, Cancellation cancellation, ReadProgress progress) {
    return RowStreams.open(files, table, request, cancellation, progress);
  }

  /** Reads what the archive says about the data sets that its records are from. */
  public ArchiveDocuments documents() {
    try {
      return new DocumentReader(files, root, descriptor.metadata()).read();
    } catch (IOException e) {
      throw failure(files.name(), "", FailureReason.of(e), e);
    } catch (PhotocatException e) {
      throw named(files.name(), "", e);
    }
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw failure(files.name(), "", FailureReason.of(e), e);
    }
  }

  /** Says which file of which archive it was. */
  static PhotocatException failure(String archive, String path, String found, Exception cause) {
    return PhotocatException.of(
        ExitStatus.FAILED, "cannot read %s: %s".formatted(where(archive, path), found), cause);
  }

  private static String where(String archive, String path) {
    boolean alone = path.isEmpty() || archive.endsWith(path);
    return alone ? archive : OneLine.of(path) + " in " + archive;
  }

  /** The same for what already is in words. */
  static PhotocatException named(String archive, String path, PhotocatException e) {
    if (e.message().startsWith("cannot read ")) {
      return e;
    }
    PhotocatException failure =
        PhotocatException.of(
            e.kind(), "cannot read %s: %s".formatted(where(archive, path), e.message()), e);
    return e.hint().map(failure::withHint).orElse(failure);
  }
}
