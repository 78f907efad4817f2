package photocat.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * The tables in a tar archive, gzipped or not. An entry's name is looked at, never used as a path.
 */
final class TarTables {
  private static final int TAR_HEADER_BYTES = 512;
  private static final int MOST_ENTRIES = 10_000;

  /** Commons Compress reads long names and pax headers, whatever their size, into memory. */
  private static final long LONGEST_HEADER_BYTES = 1 << 20;

  /** It keeps what the global ones say up to the end of the archive. */
  private static final long LONGEST_HEADERS_BYTES = 16 << 20;

  private final BundleMeter meter;
  private final byte[] waste = new byte[1 << 16];

  TarTables(BundleMeter meter) {
    this.meter = meter;
  }

  /** Reads {@code in} to its end, so that the checksum at the end of gzip data is checked. */
  void read(InputStream in, TableSink sink) throws IOException, InterruptedException {
    PushbackInputStream inflated = new PushbackInputStream(GzipInput.orPlain(in), TAR_HEADER_BYTES);
    byte[] head = inflated.readNBytes(TAR_HEADER_BYTES);
    if (head.length == 0) {
      throw PhotocatException.of(Kind.FAILED, "it is empty");
    }
    if (head.length < TAR_HEADER_BYTES || !isTarHeader(head)) {
      throw PhotocatException.of(Kind.FAILED, "it is no tar archive, neither gzipped nor plain")
          .withHint("give the bundle's .tar.gz, or the folder that holds its .csv files");
    }
    inflated.unread(head);
    HeaderLimit limited = new HeaderLimit(inflated);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(limited)) {
      readEntries(tar, limited, sink);
      drain(limited);
    }
  }

  private static boolean isTarHeader(byte[] head) {
    try {
      return TarUtils.verifyCheckSum(head);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void readEntries(TarArchiveInputStream tar, HeaderLimit limited, TableSink sink)
      throws IOException, InterruptedException {
    Set<BundleTable> seen = EnumSet.noneOf(BundleTable.class);
    for (int entries = 0; ; entries++) {
      TarArchiveEntry entry = nextEntry(tar, limited);
      if (entry == null) {
        return;
      }
      if (entries == MOST_ENTRIES) {
        throw PhotocatException.of(Kind.FAILED, "it holds more than 10,000 files");
      }
      meter.sawName(entry.getName());
      Optional<BundleTable> table = tableOf(entry);
      if (table.isEmpty()) {
        if (!entry.isDirectory()) {
          meter.ignored(entry.getName());
        }
      } else if (seen.add(table.get())) {
        meter.reading(table.get().fileName());
        sink.table(table.get(), GzipInput.orPlain(tar));
      } else {
        throw PhotocatException.of(
            Kind.FAILED, "it holds " + table.get().fileName() + " more than once");
      }
      drain(tar);
      meter.reading("");
    }
  }

  private static @Nullable TarArchiveEntry nextEntry(TarArchiveInputStream tar, HeaderLimit limited)
      throws IOException {
    limited.leftBytes = LONGEST_HEADER_BYTES;
    TarArchiveEntry entry;
    try {
      entry = tar.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new IOException("corrupt tar archive: " + e.getMessage(), e);
    }
    long headerBytes = LONGEST_HEADER_BYTES - limited.leftBytes;
    limited.allBytes += headerBytes;
    if (limited.allBytes > LONGEST_HEADERS_BYTES) {
      throw new IOException("corrupt tar archive: its headers are larger than 16 MB");
    }
    limited.leftBytes = Long.MAX_VALUE;
    if (entry == null && headerBytes < TAR_HEADER_BYTES) {
      throw new EOFException("before the end mark of the tar archive");
    }
    if (entry != null && !entry.isCheckSumOK()) {
      throw new IOException("corrupt tar archive: an entry's checksum differs");
    }
    return entry;
  }

  private static Optional<BundleTable> tableOf(TarArchiveEntry entry) {
    // Links lead elsewhere, and a sparse file is a bomb that no compression ratio tells.
    byte type = entry.getLinkFlag();
    boolean regular = type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM;
    if (!regular || entry.isSparse()) {
      return Optional.empty();
    }
    String name = entry.getName();
    return BundleTable.ofFileName(name.substring(name.lastIndexOf('/') + 1));
  }

  private void drain(InputStream in) throws IOException {
    while (in.read(waste) >= 0) {
      // Unknown entries, and what follows the end of the archive.
    }
  }

  /** Fails rather than let one header fill the memory. */
  private static final class HeaderLimit extends FilterInputStream {
    private long leftBytes = Long.MAX_VALUE;
    private long allBytes;

    HeaderLimit(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (leftBytes <= 0) {
        throw new IOException("corrupt tar archive: an entry's header is larger than 1 MB");
      }
      int count = super.read(target, offset, length);
      leftBytes -= Math.max(count, 0);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      return read(new byte[(int) Math.min(count, TAR_HEADER_BYTES)]);
    }
  }
}
