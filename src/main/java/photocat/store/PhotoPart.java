package photocat.store;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A photo that is being written. Used by one thread at a time; ends with one of its two ends. */
public interface PhotoPart {
  /** Adds all remaining bytes of {@code bytes}. */
  void write(ByteBuffer bytes) throws IOException;

  /** Closes the photo and puts it under its name, in place of what is there; else discards it. */
  void commit() throws IOException;

  /** Closes and removes what has been written. */
  void discard();
}
