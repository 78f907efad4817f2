package photocat.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import photocat.model.Cancellation;

/** Opens files that the user names to be read, some of which nobody may ever write to. */
public final class InputFile {
  private static final int TYPE = 0170000;
  private static final int PIPE = 0010000;

  private InputFile() {}

  /**
   * Opens {@code file}. A pipe, or a device, is waited for until {@code stop}, which ends every
   * read of it, too, with a failure of kind INTERRUPTED.
   */
  public static InputStream open(Path file, Cancellation stop) throws IOException {
    boolean isHere = Files.isRegularFile(file) || Files.isDirectory(file) || Files.notExists(file);
    if (isHere) {
      return Files.newInputStream(file);
    }
    InputStream pipe = Channels.newInputStream(PipeEnd.openToRead(file, stop));
    return new FilterInputStream(pipe) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        try {
          return super.read(target, offset, length);
        } catch (IOException e) {
          // It was closed.
          stop.check("reading " + file);
          throw e;
        }
      }
    };
  }

  /**
   * Opens {@code file}, which must not be a link where {@code options} say so.
   *
   * @throws IOException also when it is a pipe, as its message says: who writes to it may never
   *     come
   */
  public static InputStream openNoPipe(Path file, LinkOption... options) throws IOException {
    if (isPipe(file)) {
      throw new IOException("it is a pipe");
    }
    return Files.newInputStream(file, options);
  }

  /** Tells whether it is a pipe, which gives what it has but once, and perhaps never. */
  public static boolean isPipe(Path file) {
    try {
      return ((int) Files.getAttribute(file, "unix:mode") & TYPE) == PIPE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // Opening it tells what is wrong; elsewhere pipes are no files.
      return false;
    }
  }
}
