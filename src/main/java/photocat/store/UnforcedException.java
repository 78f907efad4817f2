package photocat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.regex.Pattern;

/** The file system forces no file to the disk, as some across a network or in user space. */
public final class UnforcedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The next step. */
  public static final String HINT =
      "this file system cannot force files to the disk: add --fsync none";

  /** What Linux, macOS and Windows say; Java gives no code. */
  private static final Pattern NEVER =
      Pattern.compile(
          "invalid argument|not supported|not implemented|inappropriate ioctl|incorrect function",
          Pattern.CASE_INSENSITIVE);

  private UnforcedException(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * Forces {@code channel} to the disk; fails with one of this kind where the system never does.
   */
  static void force(FileChannel channel) throws IOException {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw or(e);
    }
  }

  /** Returns {@code failure} of forcing as one of this kind where it means that, else as it is. */
  private static IOException or(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return NEVER.matcher(message).find() ? new UnforcedException(message, failure) : failure;
  }
}
