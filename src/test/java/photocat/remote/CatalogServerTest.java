package photocat.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/** The socket of a catalogue: who gets in, and what becomes of bad clients. */
final class CatalogServerTest {
  private static final ClientEnvironment VISIT =
      new ClientEnvironment(
          Path.of("/"),
          Path.of("/"),
          Map.of("PHOTOCAT_CATALOG", "a=b"),
          new ClientEnvironment.Screen(false, false, true, true),
          new ClientEnvironment.Options(List.of("x=y"), "always", false, true, true, false));

  @TempDir private Path folder;

  @Test
  void answersAndTakesItsSocketAwayAtTheEnd() throws Exception {
    try (CatalogServer server = open(file())) {
      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
          .isEqualTo("rw-------");
      assertThat(server).isNotNull();
    }

    assertThat(socket()).doesNotExist();
    assertThat(connect(file())).isEmpty();
  }

  @Test
  void replacesASocketThatAKilledProcessLeft() throws Exception {
    ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    killed.bind(UnixDomainSocketAddress.of(socket()));
    killed.close();
    assertThat(connect(file())).isEmpty();

    try (CatalogServer server = open(file())) {
      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(server).isNotNull();
    }
  }

  @Test
  void isSeenOnlyOnceItListens() throws Exception {
    SocketPlaces places = SocketPlaces.of(file(), Map.of());
    for (int round = 0; round < 200; round++) {
      try (CatalogServer server =
          CatalogServer.open(
              places, hello(file()), CatalogServerTest::attend, text -> {}, new Cancellation())) {
        while (!Files.exists(socket())) {
          Thread.onSpinWait();
        }
        assertThat(connect(file()).map(CatalogServerTest::closed))
            .as("round %d", round)
            .isPresent();
        assertThat(server).isNotNull();
      }
    }
  }

  @Test
  void survivesWhateverItIsSent() throws Exception {
    try (CatalogServer server = open(file())) {
      send(peer -> peer.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      send(peer -> peer.send(1, -1));
      send(peer -> peer.send(1, Integer.MAX_VALUE));
      send(peer -> peer.send(1, Wire.LONGEST_BODY + 1));
      send(peer -> peer.send(99, 0));
      send(peer -> peer.send(1, 3, (byte) 1, (byte) 2, (byte) 3));
      send(peer -> peer.send(FrameType.REQUEST, new byte[0]));
      send(
          peer -> {
            peer.send(FrameType.HELLO, hello(file()).body());
            peer.send(FrameType.ENVIRONMENT, new byte[] {127, 127, 127, 127, 0});
          });
      send(
          peer -> {
            peer.send(FrameType.HELLO, hello(file()).body());
            peer.send(FrameType.ENVIRONMENT, VISIT.body());
            peer.send(FrameType.REQUEST, new byte[100]);
          });
      send(
          peer -> {
            peer.send(FrameType.HELLO, hello(file()).body());
            peer.send(FrameType.ENVIRONMENT, VISIT.body());
            for (int i = 0; i < 10; i++) {
              peer.send(FrameType.REQUEST, request().body());
            }
          });

      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(server).isNotNull();
    }
  }

  @Test
  void letsOnlySoManyInAndTellsTheOthers() throws Exception {
    List<CatalogClient> clients = new ArrayList<>();
    try (CatalogServer server = open(file())) {
      for (int i = 0; i < 32; i++) {
        clients.add(connect(file()).orElseThrow());
      }

      assertThatThrownBy(() -> connect(file()))
          .isInstanceOf(PhotocatException.class)
          .hasMessage(
              "cannot open the catalogue: process %d (photocat host) holds it: it serves 32 others"
                      .formatted(ProcessHandle.current().pid())
                  + " already");
      assertThat(server).isNotNull();
    } finally {
      clients.forEach(CatalogClient::close);
    }
  }

  @Test
  void refusesAGuestOfAnotherVersionInOneLine() throws Exception {
    try (CatalogServer server = open(file());
        RawPeer peer = RawPeer.connect(socket())) {
      Handshake hello = hello(file());
      Handshake newer =
          new Handshake(
              Handshake.VERSION + 1, hello.pid(), hello.command(), hello.since(), hello.catalog());
      peer.send(FrameType.HELLO, newer.body());

      assertThat(peer.receive()).get().extracting(Frame::type).isEqualTo(FrameType.HELLO);
      Frame refusal = peer.receive().orElseThrow();
      assertThat(refusal.type()).isEqualTo(FrameType.REFUSAL);
      assertThat(new String(refusal.body(), StandardCharsets.UTF_8))
          .isEqualTo("it speaks version 3 of the protocol, this process version 4");
      assertThat(peer.receive()).isEmpty();
      assertThat(server).isNotNull();
    }
  }

  @Test
  void aClientRefusesAHolderOfAnotherVersionInOneLine() throws Exception {
    Handshake old = new Handshake(0, 4711, "photocat", Instant.EPOCH, "");
    try (ServerSocketChannel door = fakeHolder(peer -> peer.send(FrameType.HELLO, old.body()))) {
      assertThatThrownBy(() -> connect(file()))
          .isInstanceOf(PhotocatException.class)
          .hasMessage(
              "cannot open the catalogue: process 4711 (photocat) holds it, and is another version"
                  + " of photocat");
      assertThat(door.isOpen()).isTrue();
    }
  }

  @Test
  void aClientPassesByWhoeverTalksNonsenseOrOfAnotherCatalogue() throws Exception {
    try (ServerSocketChannel door = fakeHolder(peer -> peer.send(1, Integer.MAX_VALUE))) {
      assertThat(connect(file())).isEmpty();
      assertThat(door.isOpen()).isTrue();
    }
    Files.delete(socket());
    Handshake other = Handshake.of("photocat", Instant.EPOCH, "another file");
    try (ServerSocketChannel door = fakeHolder(peer -> peer.send(FrameType.HELLO, other.body()))) {
      assertThat(connect(file())).isEmpty();
      assertThat(door.isOpen()).isTrue();
    }
  }

  @Test
  void aHolderThatBreaksOffIsToldFromOneThatNeverBegan() throws Exception {
    for (FrameType last : List.of(FrameType.STARTED, FrameType.LEAVING)) {
      Files.deleteIfExists(socket());
      try (ServerSocketChannel door =
          fakeHolder(
              peer -> {
                peer.send(FrameType.HELLO, hello(file()).body());
                peer.send(FrameType.WELCOME, new byte[0]);
                peer.receive();
                peer.receive();
                peer.receive();
                peer.send(last, new byte[0]);
              })) {
        CatalogClient server = connect(file()).orElseThrow();

        assertThatThrownBy(() -> server.run(request(), new Heard()))
            .isInstanceOfSatisfying(
                ServerGoneException.class,
                gone -> assertThat(gone.hasBegun()).isEqualTo(last == FrameType.STARTED));
        server.close();
        assertThat(door.isOpen()).isTrue();
      }
    }
  }

  /** What a hostile peer does. */
  private interface Script {
    void play(RawPeer peer) throws IOException;
  }

  private void send(Script script) throws IOException {
    try (RawPeer peer = RawPeer.connect(socket())) {
      try {
        script.play(peer);
      } catch (IOException e) {
        // The other side hung up on it, which is right.
        assertThat(e).hasMessageContaining("pipe");
      }
      while (peer.receive().isPresent()) {
        // Reads until the other side hangs up.
      }
    }
  }

  private ServerSocketChannel fakeHolder(Script script) throws IOException {
    ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(socket()));
    Thread thread =
        new Thread(
            () -> {
              try (RawPeer peer = new RawPeer(door.accept())) {
                script.play(peer);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return door;
  }

  private CatalogServer open(Path file) {
    return open(file, Map.of());
  }

  static CatalogServer open(Path file, Map<String, String> environment) {
    SocketPlaces places = SocketPlaces.of(file, environment);
    CatalogServer server =
        CatalogServer.open(
            places, hello(file), CatalogServerTest::attend, text -> {}, new Cancellation());
    while (connect(file, environment).map(CatalogServerTest::closed).isEmpty()) {
      Thread.onSpinWait();
    }
    return server;
  }

  private static boolean closed(CatalogClient connection) {
    connection.close();
    return true;
  }

  @Test
  void aClientWhoAsksTooMuchIsLeftAndTheNextIsServed() throws Exception {
    try (CatalogServer server = open(file());
        CatalogClient connection = connect(file()).orElseThrow()) {
      Request tooMuch =
          new Request(
              Request.What.STATEMENT,
              List.of("too much"),
              "",
              new ResultForm(80, 24, "", false, false, false),
              Request.Asking.NOBODY);

      assertThatThrownBy(() -> connection.run(tooMuch, new Heard()))
          .isInstanceOf(ServerGoneException.class);

      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(server).isNotNull();
    }
  }

  private static Optional<CatalogClient> connect(Path file) {
    return connect(file, Map.of());
  }

  private static Optional<CatalogClient> connect(Path file, Map<String, String> environment) {
    SocketPlaces places = SocketPlaces.of(file, environment);
    try {
      return CatalogClient.open(
          file, places, new Caller("photocat client", VISIT, new Cancellation()));
    } catch (ServerBusyException e) {
      throw e.failure();
    }
  }

  private static String echo(Path file) throws ServerGoneException {
    return echo(file, Map.of());
  }

  static String echo(Path file, Map<String, String> environment) throws ServerGoneException {
    Heard heard = new Heard();
    try (CatalogClient server = connect(file, environment).orElseThrow()) {
      assertThat(server.run(request(), heard)).isEqualTo(new ResultStatus(3, true, 5, "OPEN", "?"));
    }
    return heard.text.toString();
  }

  private static Request request() {
    return new Request(
        Request.What.STATEMENT,
        List.of("hi", "é🐝"),
        "",
        new ResultForm(80, 24, "", false, false, false),
        Request.Asking.NOBODY);
  }

  private static Handshake hello(Path file) {
    return Handshake.of("photocat host", Instant.EPOCH, SocketPlaces.identity(file));
  }

  /** Repeats what it is told, and can do no more than that. */
  private static RequestHandler attend(
      Handshake client,
      ClientEnvironment environment,
      Writer data,
      Writer narration,
      RequestHandler.Pages pages) {
    assertThat(environment).isEqualTo(VISIT);
    return new RequestHandler() {
      @Override
      public ResultStatus run(Request request, Cancellation cancellation) {
        if (request.words().contains("too much")) {
          throw new StackOverflowError();
        }
        try {
          data.write(String.join(" ", request.words()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        return new ResultStatus(3, true, 5, "OPEN", "?");
      }

      @Override
      public void names(NameSink names) {}

      @Override
      public void stop() {}

      @Override
      public void close() {}
    };
  }

  /** Keeps the data. */
  private static final class Heard implements CatalogClient.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void data(String more) {
      text.append(more);
    }

    @Override
    public void narration(String more) {}
  }

  private Path file() {
    return folder.resolve("photos.duckdb");
  }

  private Path socket() {
    return folder.resolve("photos.duckdb.sock");
  }
}
