package photocat.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Amounts;
import photocat.model.CertificateProblem;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * The bytes of a remote object as one stream: a connection that is cut or goes silent is opened
 * again where it stopped. Not thread-safe.
 */
final class ResumingInput extends InputStream {
  private static final Logger log = LoggerFactory.getLogger(ResumingInput.class);

  /** Less than this between two cuts is no progress: a server that drips would never end. */
  private static final long PROGRESS_BYTES = 1 << 20;

  private final RemoteObject object;
  private final RemoteSettings settings;
  private @Nullable InputStream bytes;
  private long position;
  private long positionOfLastCut;
  private int cuts;
  private OptionalLong sizeBytes = OptionalLong.empty();
  private Optional<String> version = Optional.empty();

  ResumingInput(RemoteObject object, RemoteSettings settings) throws IOException {
    this(object, settings, 0);
  }

  /** The bytes from {@code begin} on, of an object that is known never to change. */
  ResumingInput(RemoteObject object, RemoteSettings settings, long begin) throws IOException {
    this.object = object;
    this.settings = settings;
    this.position = begin;
    this.positionOfLastCut = begin;
    while (bytes == null) {
      connect();
    }
  }

  OptionalLong sizeBytes() {
    return sizeBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (sizeBytes.isEmpty() || position < sizeBytes.getAsLong()) {
      InputStream open = bytes;
      if (open == null) {
        connect();
        continue;
      }
      try {
        int count = open.read(target, offset, length);
        if (count > 0) {
          position += count;
          return count;
        }
        if (length == 0 || sizeBytes.isEmpty()) {
          return count;
        }
        // A body shorter than its Content-Length ends like a whole one.
        throw new IOException("the connection was closed early");
      } catch (IOException failure) {
        cut(failure);
      }
    }
    // Asking for more, after a cut at the very end, would be answered with 416.
    return -1;
  }

  private void connect() throws IOException {
    boolean atStart = position == 0;
    try {
      RemoteObject.Part part = object.openFrom(position, version);
      if (!atStart) {
        checkUnchanged(part);
      }
      sizeBytes = part.sizeBytes();
      version = part.version();
      bytes = part.bytes();
      part.bytes().skipNBytes(position - part.firstByte());
    } catch (IOException failure) {
      refuseIfDistrusted(failure);
      cut(failure);
    }
  }

  /** The next try would find the same certificate. */
  private static void refuseIfDistrusted(IOException failure) {
    Optional<CertificateProblem> distrust = CertificateProblem.of(failure);
    if (distrust.isPresent()) {
      throw PhotocatException.of(ExitStatus.FAILED, distrust.get().reason(), failure)
          .withHint(distrust.get().remedy());
    }
  }

  private void checkUnchanged(RemoteObject.Part part) throws IOException {
    boolean sameVersion = version.isEmpty() || version.equals(part.version());
    boolean sameSize = sizeBytes.isEmpty() || sizeBytes.equals(part.sizeBytes());
    if (!sameVersion || !sameSize || part.firstByte() > position) {
      part.bytes().close();
      throw changed();
    }
  }

  /** The failure for an object that is another one than at the start. */
  static PhotocatException changed() {
    return PhotocatException.of(ExitStatus.FAILED, "it was replaced while it was read")
        .withHint("run the command again to read the new one from its start");
  }

  /**
   * Notes a cut at the current position and waits; throws {@code failure} when it was one too many.
   */
  private void cut(IOException failure) throws IOException {
    closeBytes();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
    cuts = position - positionOfLastCut >= PROGRESS_BYTES ? 1 : cuts + 1;
    positionOfLastCut = position;
    if (cuts > settings.retries(position == 0)) {
      throw failure;
    }
    log.warn("cut at {}, retry {}: {}", Amounts.bytes(position), cuts, Objects.toString(failure));
    try {
      Thread.sleep(settings.delay(cuts).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private void closeBytes() {
    InputStream open = bytes;
    bytes = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException ignored) {
        // The connection is broken already.
      }
    }
  }

  @Override
  public void close() {
    closeBytes();
  }
}
