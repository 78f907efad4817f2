package photocat.remote;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server says to one request. Where the listener fails, the rest is still read, so that
 * the next request finds its own answer.
 */
final class ResponseReader {
  private final Wire wire;
  private final CatalogClient.Listener listener;
  private boolean begun;
  private boolean pagesWanted = true;
  private @Nullable Throwable failure;
  private boolean ended;

  ResponseReader(Wire wire, CatalogClient.Listener listener) {
    this.wire = wire;
    this.listener = listener;
  }

  /** Tells whether the request may have been run, in part or whole. */
  boolean hasBegun() {
    return begun;
  }

  /** Tells whether all of the answer has been read. */
  boolean hasEnded() {
    return ended;
  }

  /**
   * Takes the next frame.
   *
   * @return how the request ended, once it has
   * @throws RuntimeException what the listener threw, as an Error too, once the request has ended
   */
  Optional<ResultStatus> take(Frame frame) throws IOException, ServerGoneException {
    switch (frame.type()) {
      case STARTED -> begun = true;
      case END -> {
        ended = true;
        throwFailure();
        return Optional.of(ResultStatus.read(frame.body()));
      }
      case LEAVING -> throw new ServerGoneException(false, null);
      default -> handOn(frame);
    }
    return Optional.empty();
  }

  private void throwFailure() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void handOn(Frame frame) throws IOException {
    if (failure != null) {
      return;
    }
    try {
      tell(frame);
    } catch (RuntimeException | Error e) {
      failure = e;
      wire.send(FrameType.CANCEL, new byte[0]);
    }
  }

  private void tell(Frame frame) throws IOException {
    switch (frame.type()) {
      case DATA -> listener.data(text(frame));
      case NARRATION -> listener.narration(text(frame));
      case PAGE -> page(text(frame));
      case LAST_PAGE -> {
        listener.lastPage();
        pagesWanted = true;
      }
      case NAME -> name(frame);
      default -> throw new ProtocolException("no answer: " + frame.type());
    }
  }

  private void page(String text) throws IOException {
    if (pagesWanted && !listener.page(text)) {
      pagesWanted = false;
      wire.send(FrameType.ENOUGH, new byte[0]);
    }
  }

  private void name(Frame frame) throws ProtocolException {
    List<String> fields = Fields.Reader.read(frame.body(), Fields.Reader::texts);
    if (fields.size() != 4) {
      throw new ProtocolException("a name has 4 fields, not " + fields.size());
    }
    listener.name(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
  }

  private static String text(Frame frame) {
    return new String(frame.body(), StandardCharsets.UTF_8);
  }
}
