package photocat.source.dwca;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** One entry of a zip while it is read: no longer than it says, no bomb, and checked at its end. */
final class EntryInput extends FilterInputStream {
  /** Tables reach 30:1; zlib reaches 1032:1 on zeros. */
  private static final long LARGEST_RATIO = 200;

  private static final long RATIO_CHECKED_FROM_BYTES = 64L << 20;

  private final long sizeBytes;
  private final long storedBytes;
  private final long expectedCrc;
  private final Runnable whenClosed;
  private final CRC32 crc = new CRC32();
  private long readBytes;

  EntryInput(
      InputStream in, long sizeBytes, long storedBytes, long expectedCrc, Runnable whenClosed) {
    super(in);
    this.sizeBytes = sizeBytes;
    this.storedBytes = storedBytes;
    this.expectedCrc = expectedCrc;
    this.whenClosed = whenClosed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count < 0) {
      checkWhole();
      return count;
    }
    crc.update(target, offset, count);
    readBytes += count;
    if (readBytes > sizeBytes) {
      throw new ZipException("corrupt zip: an entry is longer than it says");
    }
    if (readBytes > RATIO_CHECKED_FROM_BYTES && readBytes / LARGEST_RATIO > storedBytes) {
      throw new ZipException("it inflates to more than " + LARGEST_RATIO + " times its size");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
  }

  private void checkWhole() throws IOException {
    if (readBytes < sizeBytes) {
      throw new ZipException("corrupt zip: an entry is shorter than it says");
    }
    if (crc.getValue() != expectedCrc) {
      throw new ZipException("corrupt zip: the checksum of an entry differs");
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    whenClosed.run();
  }
}
