package photocat.store;

import java.io.IOException;
import java.util.regex.Pattern;

/** The store has no room for what was to be written; it may have some later. */
public final class StoreFullException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What Linux, macOS and Windows say; Java gives no code. */
  private static final Pattern NO_ROOM =
      Pattern.compile("no space left|quota exceeded|not enough space", Pattern.CASE_INSENSITIVE);

  /** Says which thing had no room. */
  public StoreFullException(String message, IOException cause) {
    super(message, cause);
  }

  /** Tells whether {@code message} is an operating system's word for a full disk. */
  public static boolean isMeantBy(String message) {
    return NO_ROOM.matcher(message).find();
  }

  /** Returns {@code failure} as one of this kind where it means that, else as it is. */
  static IOException or(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return isMeantBy(message) ? new StoreFullException(message, failure) : failure;
  }
}
