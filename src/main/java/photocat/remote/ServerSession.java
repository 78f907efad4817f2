package photocat.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.model.Cancellation;

/**
 * One client of the process that holds the catalogue: a thread that listens to it, so that it can
 * cancel, and one that works for it, which waits when the client does not read.
 */
final class ServerSession implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(ServerSession.class);

  private static final long PATIENCE_SECONDS = 5;
  private static final long STOPPED_AGAIN_MILLIS = 100;
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Wire wire;
  private final Handshake self;
  private final CatalogServer server;
  private final RequestHandler.Factory factory;
  private volatile Handshake client =
      new Handshake(Handshake.VERSION, 0, "a client", Instant.EPOCH, "");
  private volatile Cancellation current = new Cancellation();
  private volatile PageText pages;

  ServerSession(Wire wire, Handshake self, CatalogServer server, RequestHandler.Factory factory) {
    this.wire = wire;
    this.self = self;
    this.server = server;
    this.factory = factory;
    this.pages = new PageText(wire);
  }

  /** Serves the client until it leaves. */
  @Override
  public void run() {
    try {
      Optional<ClientEnvironment> environment = greeted();
      if (environment.isPresent()) {
        log.debug("{} visits", client.process());
        serve(environment.get());
      }
    } catch (IOException e) {
      log.debug("{} is gone", client.process(), e);
    } catch (RuntimeException | Error e) {
      log.error("cannot serve {}", client.process(), e);
    } finally {
      leave();
      server.forget(this);
    }
  }

  /** Returns the client's process as messages name it. */
  String process() {
    return client.process();
  }

  /** Ends the conversation; what is running for the client is stopped. */
  void leave() {
    try {
      wire.close();
    } catch (IOException e) {
      log.debug("cannot close the connection", e);
    }
  }

  /** Tells whether the client has long not read what is sent to it. */
  boolean isStuck() {
    return wire.isStuckFor(STUCK_NANOS);
  }

  /** Says why there is no room for it. */
  void refuse(String reason) throws IOException {
    wire.send(FrameType.HELLO, self.body());
    wire.send(FrameType.REFUSAL, reason.getBytes(StandardCharsets.UTF_8));
    leave();
  }

  /** Nobody may hold a place without saying who he is. */
  private Optional<ClientEnvironment> greeted() throws IOException {
    CompletableFuture<Void> greeted = new CompletableFuture<>();
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(() -> leaveUnless(greeted));
    wire.send(FrameType.HELLO, self.body());
    client = Handshake.read(expected(FrameType.HELLO));
    if (client.version() != Handshake.VERSION) {
      byte[] reason =
          "it speaks version %d of the protocol, this process version %d"
              .formatted(Handshake.VERSION, client.version())
              .getBytes(StandardCharsets.UTF_8);
      wire.send(FrameType.REFUSAL, reason);
      return Optional.empty();
    }
    ClientEnvironment environment = ClientEnvironment.read(expected(FrameType.ENVIRONMENT));
    greeted.complete(null);
    wire.send(FrameType.WELCOME, new byte[0]);
    return Optional.of(environment);
  }

  private void leaveUnless(CompletableFuture<Void> greeted) {
    if (!greeted.isDone()) {
      leave();
    }
  }

  private byte[] expected(FrameType type) throws IOException {
    Frame frame = wire.receive().orElseThrow(() -> new ProtocolException("no " + type));
    if (frame.type() != type) {
      throw new ProtocolException("%s where %s was due".formatted(frame.type(), type));
    }
    return frame.body();
  }

  private void serve(ClientEnvironment environment) throws IOException {
    ExecutorService worker = Executors.newSingleThreadExecutor(this::workerThread);
    FrameText data = new FrameText(wire, FrameType.DATA);
    FrameText narration = new FrameText(wire, FrameType.NARRATION);
    RequestHandler handler = factory.attend(client, environment, data, narration, this::openPages);
    AtomicInteger waiting = new AtomicInteger();
    try {
      for (Optional<Frame> frame = wire.receive(); frame.isPresent(); frame = wire.receive()) {
        switch (frame.get().type()) {
          case CANCEL -> {
            current.cancel();
            handler.stop();
          }
          case ENOUGH -> pages.leave();
          case REQUEST -> {
            // The answer to the one before may have been sent while its task is still ending.
            if (waiting.incrementAndGet() > 2) {
              throw new ProtocolException("a request before the answer to the last one");
            }
            Request request = Request.read(frame.get().body());
            Cancellation cancellation = new Cancellation();
            current = cancellation;
            worker.execute(
                () -> {
                  answer(handler, request, cancellation, data, narration);
                  waiting.decrementAndGet();
                });
          }
          default -> throw new ProtocolException("no request: " + frame.get().type());
        }
      }
    } finally {
      leave();
      finish(worker, handler);
    }
  }

  private PageText openPages() {
    PageText opened = new PageText(wire);
    pages = opened;
    return opened;
  }

  private Thread workerThread(Runnable work) {
    Thread thread = new Thread(work, "client " + client.pid());
    thread.setDaemon(true);
    return thread;
  }

  private void answer(
      RequestHandler handler,
      Request request,
      Cancellation cancellation,
      FrameText data,
      FrameText narration) {
    try {
      if (!server.begin(this)) {
        wire.send(FrameType.LEAVING, new byte[0]);
        return;
      }
      try {
        wire.send(FrameType.STARTED, new byte[0]);
        ResultStatus ending = answered(handler, request, cancellation);
        data.flush();
        narration.flush();
        wire.send(FrameType.END, ending.body());
      } finally {
        server.end(this);
      }
    } catch (IOException e) {
      log.debug("{} is gone", client.process(), e);
      leave();
    } catch (RuntimeException | Error e) {
      // One that is never answered would wait for ever.
      log.debug("stopped working for {}", client.process(), e);
      leave();
    }
  }

  private ResultStatus answered(
      RequestHandler handler, Request request, Cancellation cancellation) {
    if (request.what() != Request.What.NAMES) {
      return handler.run(request, cancellation);
    }
    handler.names(
        (kind, name, parent, comment) ->
            send(new Fields.Writer().texts(List.of(kind, name, parent, comment)).body()));
    return new ResultStatus(0, false, -1, "", "");
  }

  private void send(byte[] name) {
    try {
      wire.send(FrameType.NAME, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A statement that was about to begin when it was stopped must not run on for nobody. */
  private void finish(ExecutorService worker, RequestHandler handler) {
    worker.shutdown();
    try {
      do {
        current.cancel();
        handler.stop();
      } while (!worker.awaitTermination(STOPPED_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
      handler.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
