package photocat.catalog;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A log of DuckDB's: a heading, then entries of which each begins with its length and the checksum
 * of the rest. Where a length leads beyond the end, or the heading cannot be read, DuckDB takes the
 * log for one that a power cut has ended there, and deletes the rest. But a log that was cut short
 * has no commits after that place. Not thread-safe.
 */
final class DatabaseLog {
  /** Lengths and checksums. */
  static final int ENTRY_HEAD_BYTES = 2 * Long.BYTES;

  /** How a commit ends in every log: its checksum, then its content. */
  private static final byte[] COMMIT = {
    (byte) 0xe7, (byte) 0xfe, 0x7d, 0x72, 0x2f, (byte) 0xed, 0x3d, 0x5e, 0x64, 0, 0x64, -1, -1
  };

  private static final int PIECE_BYTES = 1 << 20;

  private final FileChannel channel;
  private final long bytes;

  private DatabaseLog(FileChannel channel) throws IOException {
    this.channel = channel;
    this.bytes = channel.size();
  }

  /**
   * Returns where in {@code log} the first entry is that DuckDB cannot read, if it would pass over
   * commits after it without a word; 0 for the heading. A log that is being written may look so.
   */
  static OptionalLong brokenAt(Path log) throws IOException {
    if (!Files.isRegularFile(log)) {
      return OptionalLong.empty();
    }
    try (FileInputStream in = new FileInputStream(log.toFile())) {
      DatabaseLog read = new DatabaseLog(in.getChannel());
      long place = read.firstUnread();
      return read.hasCommitAfter(place) ? OptionalLong.of(place) : OptionalLong.empty();
    }
  }

  /** Returns what {@code log} began with if that is damaged and {@code whole} tells what it was. */
  static Optional<LogHeading> damagedHeading(Path log, LogHeading whole) throws IOException {
    if (!Files.isRegularFile(log)) {
      return Optional.empty();
    }
    try (FileInputStream in = new FileInputStream(log.toFile())) {
      ByteBuffer start = new DatabaseLog(in.getChannel()).read(0, LogHeading.MOST_BYTES);
      return whole.isDamagedIn(start) ? Optional.of(whole) : Optional.empty();
    }
  }

  private long firstUnread() throws IOException {
    long place = LogHeading.length(read(0, LogHeading.MOST_BYTES));
    if (place == 0) {
      return 0;
    }
    while (place + ENTRY_HEAD_BYTES <= bytes) {
      long length = read(place, Long.BYTES).getLong();
      if (length <= 0 || length > bytes - place - ENTRY_HEAD_BYTES) {
        return place;
      }
      place += ENTRY_HEAD_BYTES + length;
    }
    return place;
  }

  private boolean hasCommitAfter(long start) throws IOException {
    for (long place = start; place + COMMIT.length <= bytes; place += PIECE_BYTES) {
      ByteBuffer piece = read(place, PIECE_BYTES + COMMIT.length - 1);
      byte[] content = new byte[piece.remaining()];
      piece.get(content);
      for (int at = 0; at + COMMIT.length <= content.length; at++) {
        if (content[at] == COMMIT[0]
            && Arrays.equals(content, at, at + COMMIT.length, COMMIT, 0, COMMIT.length)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns as many of the bytes as there are. */
  private ByteBuffer read(long place, int wanted) throws IOException {
    int length = (int) Math.min(wanted, Math.max(0, bytes - place));
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, place + buffer.position()) > 0) {
      // What is short is read on.
    }
    return buffer.flip();
  }
}
