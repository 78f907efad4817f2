package photocat.source.dwca;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts the entries of a zip before it is opened: a million take gigabytes of memory. What the zip
 * says of their number is not believed. Where its list is not found, whoever opens it tells why.
 */
final class ZipCount {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LIST_SIZE_AT = 12;

  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_BYTES = 56;
  private static final int LIST_START_64_AT = 48;

  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int LENGTHS_AT = 28;

  private ZipCount() {}

  /** Tells whether {@code zip} lists more than {@code most} entries. */
  static boolean isAbove(int most, Path zip) throws IOException {
    try {
      long start = listStart(zip);
      return start >= 0 && isAbove(most, zip, start);
    } catch (EOFException e) {
      return false;
    }
  }

  private static boolean isAbove(int most, Path zip, long start) throws IOException {
    try (InputStream list = opened(zip, start);
        DataInputStream in = new DataInputStream(new BufferedInputStream(list, 1 << 16))) {
      return isAbove(most, in);
    }
  }

  private static boolean isAbove(int most, DataInputStream in) throws IOException {
    byte[] bytes = new byte[ENTRY_BYTES];
    for (int count = 0; count <= most; count++) {
      in.readFully(bytes);
      ByteBuffer entry = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (entry.getInt(0) != ENTRY) {
        return false;
      }
      // Of the name, of extra fields and of a comment.
      for (int at = LENGTHS_AT; at < LENGTHS_AT + 6; at += 2) {
        in.skipNBytes(entry.getShort(at) & 0xffff);
      }
    }
    return true;
  }

  /** Returns where the list of entries begins, -1 where that is not told. */
  private static long listStart(Path file) throws IOException {
    long size = Files.size(file);
    ByteBuffer tail = read(file, Math.max(0, size - END_BYTES - LONGEST_COMMENT), size);
    long tailStart = size - tail.limit();
    int end = tail.limit() - END_BYTES;
    while (end >= 0 && tail.getInt(end) != END) {
      end--;
    }
    if (end < 0) {
      return -1;
    }
    long list64 = listStart64(file, tailStart + end);
    long listBytes = tail.getInt(end + LIST_SIZE_AT) & 0xffffffffL;
    return list64 >= 0 ? list64 : tailStart + end - listBytes;
  }

  private static long listStart64(Path file, long end) throws IOException {
    if (end < LOCATOR_BYTES) {
      return -1;
    }
    ByteBuffer locator = read(file, end - LOCATOR_BYTES, end);
    long at = locator.getInt(0) == LOCATOR ? locator.getLong(8) : -1;
    if (at < 0 || at > end - END_64_BYTES) {
      return -1;
    }
    ByteBuffer record = read(file, at, at + END_64_BYTES);
    return record.getInt(0) == END_64 ? record.getLong(LIST_START_64_AT) : -1;
  }

  private static ByteBuffer read(Path file, long from, long to) throws IOException {
    try (InputStream in = opened(file, from)) {
      byte[] bytes = in.readNBytes((int) (to - from));
      if (bytes.length < to - from) {
        throw new EOFException();
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static InputStream opened(Path file, long at) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(at);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
