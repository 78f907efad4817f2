package photocat.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a tar archive one after the other, with bounds on what their headers may take. Not
 * thread-safe; the caller closes the stream that it gave.
 */
public final class TarEntries {
  /** The length of one header. */
  public static final int HEADER_BYTES = 512;

  /** Commons Compress reads long names and pax headers, whatever their size, into memory. */
  private static final long LONGEST_HEADER_BYTES = 1 << 20;

  /** It keeps what the global ones say up to the end of the archive. */
  private static final long LONGEST_HEADERS_BYTES = 16 << 20;

  private final HeaderLimit limited;
  private final TarArchiveInputStream tar;
  private final byte[] waste = new byte[1 << 16];

  /** Reads the archive from {@code in}, which is inflated already. */
  public TarEntries(InputStream in) {
    limited = new HeaderLimit(in);
    tar = new TarArchiveInputStream(limited);
  }

  /** Tells whether {@code head} begins a tar archive. */
  public static boolean isTar(byte[] head) {
    try {
      return head.length == HEADER_BYTES && TarUtils.verifyCheckSum(head);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Goes on to the next entry, whatever is left of the one before; empty at the end. */
  public Optional<TarArchiveEntry> next() throws IOException {
    return Optional.ofNullable(nextOrNull());
  }

  private @Nullable TarArchiveEntry nextOrNull() throws IOException {
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
    if (entry == null && headerBytes < HEADER_BYTES) {
      throw new EOFException("before the end mark of the tar archive");
    }
    if (entry != null && !entry.isCheckSumOK()) {
      throw new IOException("corrupt tar archive: an entry's checksum differs");
    }
    return entry;
  }

  /**
   * Tells whether {@code entry} is a file of its own. Links lead elsewhere, and a sparse file is a
   * bomb that no compression ratio tells.
   */
  public static boolean isFile(TarArchiveEntry entry) {
    byte type = entry.getLinkFlag();
    boolean regular = type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM;
    return regular && !entry.isSparse();
  }

  /** Returns what the entry holds that {@link #next} went to; not to be closed. */
  public InputStream content() {
    return tar;
  }

  /** Reads on to the end of the entry. */
  public void skipEntry() throws IOException {
    drain(tar);
  }

  /** Reads what follows the archive's end mark, so that a checksum after it is checked. */
  public void skipRest() throws IOException {
    drain(limited);
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
      return read(new byte[(int) Math.min(count, HEADER_BYTES)]);
    }
  }
}
