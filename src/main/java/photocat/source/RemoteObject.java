package photocat.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import photocat.model.PhotocatException;

/** One object behind HTTP or S3 whose bytes can be asked for from any offset. */
interface RemoteObject extends Closeable {
  /**
   * Asks for the bytes from {@code offset} on.
   *
   * @param version the object's version as an earlier part named it; empty at the first call and
   *     where the server names none
   * @throws IOException when another try may help, or the server is not trusted
   * @throws PhotocatException when it would not; the message is the reason alone
   */
  Part openFrom(long offset, Optional<String> version) throws IOException;

  @Override
  default void close() {}

  /**
   * The bytes from an offset to the end.
   *
   * @param bytes closing it gives up the connection without reading on
   * @param firstByte offset of the first byte, which is 0 where a server does not serve ranges
   * @param sizeBytes size of the whole object where the server tells
   * @param version what changes with the content: an entity tag, or a date
   */
  record Part(
      InputStream bytes, long firstByte, OptionalLong sizeBytes, Optional<String> version) {}
}
