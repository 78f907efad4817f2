package photocat.fetch;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import photocat.image.ImageFormat;

/**
 * One attempt while it is on a connection: what has arrived, whether it is still worth reading, and
 * its end, which is told once. Belongs to one event loop.
 */
final class Exchange {
  /** Fewer, larger pieces cost fewer wake-ups of the disk worker. */
  private static final int BATCH_BYTES = 128 * 1024;

  /** Reading on so far costs less than a new connection. */
  private static final int MOST_UNWANTED_BYTES = 64 * 1024;

  private static final int LONGEST_ETAG = 200;

  private final Attempt attempt;
  private final PhotoSink sink;
  private final FetchSettings settings;
  private ExchangeClock clock;
  private @Nullable ResponseHead head;
  private Optional<Fault> fault = Optional.empty();
  private long receivedBytes;
  private List<ByteBuf> batch = new ArrayList<>();
  private int batchBytes;
  private boolean ended;
  private boolean restarted;
  private boolean lagging;

  Exchange(Attempt attempt, PhotoSink sink, FetchSettings settings) {
    this.attempt = attempt;
    this.sink = sink;
    this.settings = settings;
    this.clock = new ExchangeClock(settings, System.nanoTime());
  }

  Attempt attempt() {
    return attempt;
  }

  PhotoSink sink() {
    return sink;
  }

  ExchangeClock clock() {
    return clock;
  }

  boolean isEnded() {
    return ended;
  }

  /** Tells, the first time, that the answer trickles. */
  void watchLag(long now) {
    if (!lagging && !ended && clock.isLagging(now)) {
      lagging = true;
      attempt.lagging().run();
    }
  }

  /** The request is being sent. */
  void sent() {
    clock = new ExchangeClock(settings, System.nanoTime());
  }

  /**
   * Tells whether the attempt may start again at no charge: a kept connection that dies without an
   * answer was dead before, and says nothing of the photo. Once only.
   */
  boolean restart() {
    boolean may = !restarted && !ended && head == null;
    restarted |= may;
    return may;
  }

  /** Takes the answer's header and returns whether to read on. */
  boolean head(ResponseHead answer) {
    head = answer;
    clock.headSeen(System.nanoTime());
    fault =
        answer.redirectsTo().isPresent()
            ? Optional.empty()
            : ResponsePolicy.fault(answer, attempt.resume(), settings);
    if (fault.equals(Optional.of(Fault.TOO_LARGE))) {
      fail(Fault.TOO_LARGE);
    } else if (fault.equals(Optional.of(Fault.WRONG_RANGE)) || isWhole(answer)) {
      sink.restart();
    }
    sink.promise(answer.etag().flatMap(Etag::md5));
    return !ended;
  }

  /** Takes over a piece of the body and returns whether to read on. */
  boolean body(ByteBuf piece) {
    int bytes = piece.readableBytes();
    boolean first = receivedBytes == 0;
    receivedBytes += bytes;
    clock.read(System.nanoTime(), bytes);
    if (!isWanted()) {
      piece.release();
      if (receivedBytes > MOST_UNWANTED_BYTES) {
        end();
      }
      return !ended;
    }
    batch.add(piece);
    batchBytes += bytes;
    if (earlierBytes() + receivedBytes > settings.maxPhotoBytes()) {
      fail(Fault.TOO_LARGE);
    } else if (first && earlierBytes() == 0 && isSurelyNoPhoto(piece)) {
      fail(Fault.NOT_IMAGE);
    } else if (batchBytes >= BATCH_BYTES) {
      handOver();
    }
    return !ended;
  }

  /** The answer is complete, as far as HTTP can tell. */
  void end() {
    if (ended) {
      return;
    }
    Optional<String> elsewhere = head == null ? Optional.empty() : head.redirectsTo();
    if (elsewhere.isPresent()) {
      drop(new AttemptEnd.Redirected(elsewhere.get(), transfer()));
    } else if (fault.isPresent()) {
      fail(fault.get());
    } else if (head == null || head.contentLength().orElse(receivedBytes) != receivedBytes) {
      fail(Fault.TRUNCATED);
    } else {
      ended = true;
      handOver();
      sink.finish(transfer());
    }
  }

  /** The connection is gone before the answer was complete. */
  void lost() {
    fail(head == null ? Fault.CONNECTION_LOST : fault.orElse(Fault.TRUNCATED));
  }

  void fail(Fault reason) {
    Optional<String> retryAfter = head == null ? Optional.empty() : head.retryAfter();
    AttemptEnd end = new AttemptEnd.Faulted(reason, transfer(), retryAfter);
    Optional<String> tag = ended ? Optional.empty() : tagToGoOnLater(reason);
    if (tag.isEmpty()) {
      drop(end);
      return;
    }
    ended = true;
    handOver();
    sink.keep(end, tag.get());
  }

  /** The run is being stopped. */
  void drop() {
    drop(new AttemptEnd.Dropped(transfer()));
  }

  private void drop(AttemptEnd end) {
    if (!ended) {
      ended = true;
      batch.forEach(ByteBuf::release);
      batch = List.of();
      sink.drop(end);
    }
  }

  private void handOver() {
    if (batchBytes > 0) {
      sink.write(batch, batchBytes);
      batch = new ArrayList<>();
      batchBytes = 0;
    }
  }

  private boolean isWanted() {
    return fault.isEmpty() && head != null && head.redirectsTo().isEmpty();
  }

  /** The server sends all although the rest was asked for: the photo has changed. */
  private boolean isWhole(ResponseHead answer) {
    return attempt.resume().isPresent() && answer.status() == 200;
  }

  private long earlierBytes() {
    boolean goesOn = head != null && head.status() == 206;
    return goesOn ? attempt.resume().map(Resume::fromByte).orElse(0L) : 0;
  }

  /**
   * Returns the tag of what has arrived, if that is worth to be kept and the server can add the
   * rest. Without a length the bytes may have been compressed on the way, and cannot be counted.
   */
  private Optional<String> tagToGoOnLater(Fault reason) {
    boolean passing = reason.kind() == Fault.Kind.TRANSIENT || reason.kind() == Fault.Kind.SLOW;
    if (head == null
        || !isWanted()
        || !passing
        || head.contentLength().isEmpty()
        || !(head.takesRanges() || head.status() == 206)
        || earlierBytes() + receivedBytes < Resume.FEWEST_BYTES) {
      return Optional.empty();
    }
    return head.etag().filter(Etag::isStrong);
  }

  /** Spares the store most error pages; a short first piece is left to the inspector. */
  private static boolean isSurelyNoPhoto(ByteBuf piece) {
    byte[] start = new byte[ImageFormat.SIGNATURE_BYTES];
    if (piece.readableBytes() < start.length) {
      return false;
    }
    piece.getBytes(piece.readerIndex(), start);
    return ImageFormat.of(start).isEmpty();
  }

  private Transfer transfer() {
    ResponseHead answer = head;
    return new Transfer(
        attempt.number(),
        answer == null ? OptionalInt.empty() : OptionalInt.of(answer.status()),
        answer == null
            ? Optional.empty()
            : answer.etag().filter(etag -> etag.length() <= LONGEST_ETAG),
        clock.firstByte(),
        clock.total(System.nanoTime()),
        receivedBytes,
        answer != null && answer.optedOut());
  }
}
