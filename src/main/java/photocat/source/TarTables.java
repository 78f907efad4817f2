package photocat.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * The tables in a tar archive, gzipped or not. An entry's name is looked at, never used as a path.
 */
final class TarTables {
  private static final int MOST_ENTRIES = 10_000;

  private final BundleMeter meter;

  TarTables(BundleMeter meter) {
    this.meter = meter;
  }

  /** Reads {@code in} to its end, so that the checksum at the end of gzip data is checked. */
  void read(InputStream in, TableSink sink) throws IOException, InterruptedException {
    PushbackInputStream inflated =
        new PushbackInputStream(GzipInput.orPlain(in), TarEntries.HEADER_BYTES);
    byte[] head = inflated.readNBytes(TarEntries.HEADER_BYTES);
    if (head.length == 0) {
      throw PhotocatException.of(ExitStatus.FAILED, "it is empty");
    }
    if (!TarEntries.isTar(head)) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "it is no tar archive, neither gzipped nor plain")
          .withHint("give the bundle's .tar.gz, or the folder that holds its .csv files");
    }
    inflated.unread(head);
    try (inflated) {
      TarEntries entries = new TarEntries(inflated);
      readEntries(entries, sink);
      entries.skipRest();
    }
  }

  private void readEntries(TarEntries entries, TableSink sink)
      throws IOException, InterruptedException {
    Set<BundleTable> seen = EnumSet.noneOf(BundleTable.class);
    for (int count = 0; ; count++) {
      Optional<TarArchiveEntry> entry = entries.next();
      if (entry.isEmpty()) {
        return;
      }
      if (count == MOST_ENTRIES) {
        throw PhotocatException.of(ExitStatus.FAILED, "it holds more than 10,000 files");
      }
      meter.sawName(entry.get().getName());
      readEntry(entries, entry.get(), sink, seen);
      entries.skipEntry();
      meter.reading("");
    }
  }

  private void readEntry(
      TarEntries entries, TarArchiveEntry entry, TableSink sink, Set<BundleTable> seen)
      throws IOException, InterruptedException {
    Optional<BundleTable> table = tableOf(entry);
    if (table.isEmpty()) {
      if (!entry.isDirectory()) {
        meter.ignored(entry.getName());
      }
    } else if (seen.add(table.get())) {
      meter.reading(table.get().fileName());
      sink.table(table.get(), GzipInput.orPlain(entries.content()));
    } else {
      throw PhotocatException.of(
          ExitStatus.FAILED, "it holds " + table.get().fileName() + " more than once");
    }
  }

  private static Optional<BundleTable> tableOf(TarArchiveEntry entry) {
    String name = entry.getName();
    return TarEntries.isFile(entry)
        ? BundleTable.ofFileName(name.substring(name.lastIndexOf('/') + 1))
        : Optional.empty();
  }
}
