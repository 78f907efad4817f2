package photocat.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The lock that DuckDB keeps on a database for as long as a process has it open. */
public final class DatabaseLock {
  private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);
  private static final int MAGIC_AT = 8;

  private DatabaseLock() {}

  /**
   * Tells whether {@code file} is a database of DuckDB's that another process has open.
   *
   * @param file must not be open in this process: looking at it would drop the lock
   */
  public static boolean isHeldElsewhere(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer magic = ByteBuffer.allocate(MAGIC.length);
      channel.read(magic, MAGIC_AT);
      return magic.flip().equals(ByteBuffer.wrap(MAGIC)) && isLocked(channel);
    }
  }

  /** The same, but also where the other process only reads. */
  public static boolean isOpenElsewhere(Path file) throws IOException {
    if (!Files.isWritable(file)) {
      return isHeldElsewhere(file);
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  /** Whoever reads only shares its lock with us. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    }
  }
}
