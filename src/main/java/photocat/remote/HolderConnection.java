package photocat.remote;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * The way from a guest to the process that holds the catalogue. One request at a time; {@link
 * #cancel} from any thread.
 */
public final class HolderConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HolderConnection.class);

  /** A holder whose machine is busy may take its time; one that is stopped never answers. */
  private static final long PATIENCE_SECONDS = 5;

  private final Wire wire;
  private final Hello holder;
  private final Supplier<Optional<HolderConnection>> again;

  private HolderConnection(Wire wire, Hello holder, Supplier<Optional<HolderConnection>> again) {
    this.wire = wire;
    this.holder = holder;
    this.again = again;
  }

  /** Takes what a request says, as it comes. */
  public interface Listener {
    /** Takes text for standard output. */
    void data(String text);

    /** Takes text for standard error. */
    void narration(String text);

    /** Takes text for the pager; returns whether more of it is wanted. */
    default boolean page(String text) {
      data(text);
      return true;
    }

    /** There is no more for the pager. */
    default void lastPage() {}

    /** Takes one name for completion. */
    default void name(String kind, String name, String parent, String comment) {}
  }

  /**
   * Looks for a holder of the catalogue {@code file}.
   *
   * @return nothing when nobody of this user listens and answers
   * @throws HolderBusy when the holder will not talk, for now or as another version of photocat
   */
  public static Optional<HolderConnection> open(Path file, SocketPlaces places, Caller caller)
      throws HolderBusy {
    for (SocketPlaces.Place place : places.all()) {
      if (Files.exists(place.socket())) {
        Optional<HolderConnection> connection = connect(file, place.socket(), caller);
        if (connection.isPresent()) {
          return connection;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns who holds the catalogue. */
  public Hello holder() {
    return holder;
  }

  /** Opens another way to the same holder, for requests beside those of this one. */
  public Optional<HolderConnection> another() {
    return again.get();
  }

  /** Runs one request and returns how it ended. */
  public Ending run(Request request, Listener listener) throws HolderGone {
    byte[] body = request.body();
    if (body.length > Wire.LONGEST_BODY) {
      throw PhotocatException.of(
          Kind.FAILED,
          "cannot send a statement of %,d bytes to %s: the most is %,d"
              .formatted(body.length, holder.process(), Wire.LONGEST_BODY));
    }
    Answer answer = new Answer(wire, listener);
    try {
      wire.send(FrameType.REQUEST, body);
      for (Optional<Frame> frame = wire.receive(); frame.isPresent(); frame = wire.receive()) {
        Optional<Ending> ending = answer.take(frame.get());
        if (ending.isPresent()) {
          return ending.get();
        }
      }
    } catch (IOException e) {
      throw new HolderGone(answer.hasBegun(), e);
    } finally {
      if (!answer.hasEnded()) {
        // What is left of this answer would be taken for the next.
        close();
      }
    }
    throw new HolderGone(answer.hasBegun(), null);
  }

  /** Asks to stop what is being run; the request ends by itself then. */
  public void cancel() {
    try {
      wire.send(FrameType.CANCEL, new byte[0]);
    } catch (IOException e) {
      log.debug("cannot cancel", e);
    }
  }

  @Override
  public void close() {
    try {
      wire.close();
    } catch (IOException e) {
      log.debug("cannot close the connection", e);
    }
  }

  private static Optional<HolderConnection> connect(Path file, Path place, Caller caller)
      throws HolderBusy {
    Hello self = Hello.of(caller.command(), Instant.now(), SocketPlaces.identity(file));
    CompletableFuture<Void> answered = new CompletableFuture<>();
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      Wire wire = new Wire(channel);
      Executor later = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      later.execute(() -> closeUnless(answered, wire));
      caller.stop().onCancel(() -> closeUnless(answered, wire));
      try {
        channel.connect(UnixDomainSocketAddress.of(place));
        if (!Owner.isSame(channel)) {
          log.warn("{} belongs to another user", place);
          wire.close();
          return Optional.empty();
        }
        Optional<Hello> holder = hello(wire, self, caller.visit());
        answered.complete(null);
        if (holder.isEmpty()) {
          wire.close();
        }
        return holder.map(
            hello -> new HolderConnection(wire, hello, () -> again(file, place, caller)));
      } catch (IOException | HolderBusy | RuntimeException e) {
        wire.close();
        throw e;
      }
    } catch (IOException | UnsupportedOperationException e) {
      log.debug("nobody answers at {}", place, e);
      return Optional.empty();
    }
  }

  private static Optional<HolderConnection> again(Path file, Path place, Caller caller) {
    try {
      return connect(file, place, caller);
    } catch (HolderBusy e) {
      log.debug("no second connection", e);
      return Optional.empty();
    }
  }

  private static Optional<Hello> hello(Wire wire, Hello self, Visit visit)
      throws IOException, HolderBusy {
    Optional<Frame> first = wire.receive();
    if (first.isEmpty() || first.get().type() != FrameType.HELLO) {
      throw new ProtocolException("no hello");
    }
    Hello holder = Hello.read(first.get().body());
    if (holder.version() != Hello.VERSION) {
      throw new HolderBusy(
          holder,
          PhotocatException.of(
                  Kind.CATALOG,
                  "cannot open the catalogue: %s holds it, and is another version of photocat"
                      .formatted(holder.process()))
              .withHint("wait until it ends, or close it"));
    }
    // The file was replaced while a process held it: that process knows another catalogue.
    if (!holder.catalog().equals(self.catalog())) {
      return Optional.empty();
    }
    introduce(wire, self, visit);
    Optional<Frame> second = wire.receive();
    if (second.isPresent() && second.get().type() == FrameType.REFUSAL) {
      throw new HolderBusy(
          holder,
          PhotocatException.of(
                  Kind.CATALOG,
                  "cannot open the catalogue: %s holds it: %s"
                      .formatted(holder.process(), text(second.get())))
              .withHint("try again when it has less to do"));
    }
    return second.map(welcome -> holder);
  }

  /** Whoever refuses us may have hung up already; what it said is still to be read. */
  private static void introduce(Wire wire, Hello self, Visit visit) {
    try {
      wire.send(FrameType.HELLO, self.body());
      wire.send(FrameType.VISIT, visit.body());
    } catch (IOException e) {
      log.debug("hung up on", e);
    }
  }

  private static void closeUnless(CompletableFuture<Void> answered, Wire wire) {
    if (!answered.isDone()) {
      try {
        wire.close();
      } catch (IOException e) {
        log.debug("cannot close the connection", e);
      }
    }
  }

  private static String text(Frame frame) {
    return new String(frame.body(), StandardCharsets.UTF_8);
  }
}
