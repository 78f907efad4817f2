package photocat.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import photocat.model.Cancellation;

/**
 * Text that is read whole: in UTF-8, without a byte order mark, and not for ever. What a user names
 * may be a device without an end, or some other file by mistake.
 */
public final class TextFile {
  /** Settings, hosts, recipes: what a person writes by hand. */
  public static final int LARGEST_BY_HAND_BYTES = 1 << 20;

  /** A heap of 512 MB holds it as bytes, as text, and cut into statements. */
  public static final int LARGEST_SCRIPT_BYTES = 32 << 20;

  private TextFile() {}

  /**
   * Returns the text of a file, which is no pipe.
   *
   * @throws CharacterCodingException when it is not UTF-8: the usual decoder would replace wrong
   *     bytes, and so change names in silence
   * @throws IOException when it cannot be read, or is longer than {@code mostBytes}, as its message
   *     says
   */
  public static String read(Path file, int mostBytes) throws IOException {
    try (InputStream in = InputFile.openNoPipe(file)) {
      return read(in, mostBytes);
    }
  }

  /** The same, but waits for whoever is to write to a pipe, until {@code stop}. */
  public static String read(Path file, int mostBytes, Cancellation stop) throws IOException {
    try (InputStream in = InputFile.open(file, stop)) {
      return read(in, mostBytes);
    }
  }

  /** Returns all text of {@code in}, which stays open; else as {@link #read(Path, int)}. */
  public static String read(InputStream in, int mostBytes) throws IOException {
    byte[] bytes = in.readNBytes(mostBytes);
    if (in.read() >= 0) {
      throw new IOException("it is longer than %d MB".formatted(mostBytes >> 20));
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
