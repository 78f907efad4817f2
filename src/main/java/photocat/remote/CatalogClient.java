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
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * The way from a client to the process that holds the catalogue. One request at a time; {@link
 * #cancel} from any thread.
 */
public final class CatalogClient implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CatalogClient.class);

  /** A server whose machine is busy may take its time; one that is stopped never answers. */
  private static final long PATIENCE_SECONDS = 5;

  private final Wire wire;
  private final Handshake server;
  private final Supplier<Optional<CatalogClient>> again;

  private CatalogClient(Wire wire, Handshake server, Supplier<Optional<CatalogClient>> again) {
    this.wire = wire;
    this.server = server;
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
   * Looks for a server of the catalogue {@code file}.
   *
   * @return nothing when nobody of this user listens and answers
   * @throws ServerBusyException when the server will not talk, for now or as another version of
   *     photocat
   */
  public static Optional<CatalogClient> open(Path file, SocketPlaces places, Caller caller)
      throws ServerBusyException {
    for (SocketPlaces.Place place : places.all()) {
      if (Files.exists(place.socket())) {
        Optional<CatalogClient> connection = connect(file, place.socket(), caller);
        if (connection.isPresent()) {
          return connection;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns who holds the catalogue. */
  public Handshake server() {
    return server;
  }

  /** Opens another way to the same server, for requests beside those of this one. */
  public Optional<CatalogClient> another() {
    return again.get();
  }

  /** Runs one request and returns how it ended. */
  public ResultStatus run(Request request, Listener listener) throws ServerGoneException {
    byte[] body = request.body();
    if (body.length > Wire.LONGEST_BODY) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot send a statement of %,d bytes to %s: the most is %,d"
              .formatted(body.length, server.process(), Wire.LONGEST_BODY));
    }
    ResponseReader answer = new ResponseReader(wire, listener);
    try {
      wire.send(FrameType.REQUEST, body);
      for (Optional<Frame> frame = wire.receive(); frame.isPresent(); frame = wire.receive()) {
        Optional<ResultStatus> ending = answer.take(frame.get());
        if (ending.isPresent()) {
          return ending.get();
        }
      }
    } catch (IOException e) {
      throw new ServerGoneException(answer.hasBegun(), e);
    } finally {
      if (!answer.hasEnded()) {
        // What is left of this answer would be taken for the next.
        close();
      }
    }
    throw new ServerGoneException(answer.hasBegun(), null);
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

  private static Optional<CatalogClient> connect(Path file, Path place, Caller caller)
      throws ServerBusyException {
    Handshake self = Handshake.of(caller.command(), Instant.now(), SocketPlaces.identity(file));
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
        Optional<Handshake> server = hello(wire, self, caller.environment());
        answered.complete(null);
        if (server.isEmpty()) {
          wire.close();
        }
        return server.map(
            hello -> new CatalogClient(wire, hello, () -> again(file, place, caller)));
      } catch (IOException | ServerBusyException | RuntimeException e) {
        wire.close();
        throw e;
      }
    } catch (IOException | UnsupportedOperationException e) {
      log.debug("nobody answers at {}", place, e);
      return Optional.empty();
    }
  }

  private static Optional<CatalogClient> again(Path file, Path place, Caller caller) {
    try {
      return connect(file, place, caller);
    } catch (ServerBusyException e) {
      log.debug("no second connection", e);
      return Optional.empty();
    }
  }

  private static Optional<Handshake> hello(Wire wire, Handshake self, ClientEnvironment environment)
      throws IOException, ServerBusyException {
    Optional<Frame> first = wire.receive();
    if (first.isEmpty() || first.get().type() != FrameType.HELLO) {
      throw new ProtocolException("no hello");
    }
    Handshake server = Handshake.read(first.get().body());
    if (server.version() != Handshake.VERSION) {
      throw new ServerBusyException(
          server,
          PhotocatException.of(
                  ExitStatus.CATALOG,
                  "cannot open the catalogue: %s holds it, and is another version of photocat"
                      .formatted(server.process()))
              .withHint("wait until it ends, or close it"));
    }
    // The file was replaced while a process held it: that process knows another catalogue.
    if (!server.catalog().equals(self.catalog())) {
      return Optional.empty();
    }
    introduce(wire, self, environment);
    Optional<Frame> second = wire.receive();
    if (second.isPresent() && second.get().type() == FrameType.REFUSAL) {
      throw new ServerBusyException(
          server,
          PhotocatException.of(
                  ExitStatus.CATALOG,
                  "cannot open the catalogue: %s holds it: %s"
                      .formatted(server.process(), text(second.get())))
              .withHint("try again when it has less to do"));
    }
    return second.map(welcome -> server);
  }

  /** Whoever refuses us may have hung up already; what it said is still to be read. */
  private static void introduce(Wire wire, Handshake self, ClientEnvironment environment) {
    try {
      wire.send(FrameType.HELLO, self.body());
      wire.send(FrameType.ENVIRONMENT, environment.body());
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
