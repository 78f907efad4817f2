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

/** The socket of a catalogue: who gets in, and what becomes of bad guests. */
final class ReceptionTest {
  private static final Visit VISIT =
      new Visit(
          Path.of("/"),
          Path.of("/"),
          Map.of("PHOTOCAT_CATALOG", "a=b"),
          new Visit.VisitScreen(false, false, true, true),
          new Visit.VisitOptions(List.of("x=y"), "always", false, true, true, false));

  @TempDir private Path folder;

  @Test
  void answersAndTakesItsSocketAwayAtTheEnd() throws Exception {
    try (Reception reception = open(file())) {
      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
          .isEqualTo("rw-------");
      assertThat(reception).isNotNull();
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

    try (Reception reception = open(file())) {
      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(reception).isNotNull();
    }
  }

  @Test
  void isSeenOnlyOnceItListens() throws Exception {
    SocketPlaces places = SocketPlaces.of(file(), Map.of());
    for (int round = 0; round < 200; round++) {
      try (Reception reception =
          Reception.open(
              places, hello(file()), ReceptionTest::attend, text -> {}, new Cancellation())) {
        while (!Files.exists(socket())) {
          Thread.onSpinWait();
        }
        assertThat(connect(file()).map(ReceptionTest::closed)).as("round %d", round).isPresent();
        assertThat(reception).isNotNull();
      }
    }
  }

  @Test
  void survivesWhateverItIsSent() throws Exception {
    try (Reception reception = open(file())) {
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
            peer.send(FrameType.VISIT, new byte[] {127, 127, 127, 127, 0});
          });
      send(
          peer -> {
            peer.send(FrameType.HELLO, hello(file()).body());
            peer.send(FrameType.VISIT, VISIT.body());
            peer.send(FrameType.REQUEST, new byte[100]);
          });
      send(
          peer -> {
            peer.send(FrameType.HELLO, hello(file()).body());
            peer.send(FrameType.VISIT, VISIT.body());
            for (int i = 0; i < 10; i++) {
              peer.send(FrameType.REQUEST, request().body());
            }
          });

      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(reception).isNotNull();
    }
  }

  @Test
  void letsOnlySoManyInAndTellsTheOthers() throws Exception {
    List<HolderConnection> guests = new ArrayList<>();
    try (Reception reception = open(file())) {
      for (int i = 0; i < 32; i++) {
        guests.add(connect(file()).orElseThrow());
      }

      assertThatThrownBy(() -> connect(file()))
          .isInstanceOf(PhotocatException.class)
          .hasMessage(
              "cannot open the catalogue: process %d (photocat host) holds it: it serves 32 others"
                      .formatted(ProcessHandle.current().pid())
                  + " already");
      assertThat(reception).isNotNull();
    } finally {
      guests.forEach(HolderConnection::close);
    }
  }

  @Test
  void refusesAGuestOfAnotherVersionInOneLine() throws Exception {
    try (Reception reception = open(file());
        RawPeer peer = RawPeer.connect(socket())) {
      Hello hello = hello(file());
      Hello newer =
          new Hello(
              Hello.VERSION + 1, hello.pid(), hello.command(), hello.since(), hello.catalog());
      peer.send(FrameType.HELLO, newer.body());

      assertThat(peer.receive()).get().extracting(Frame::type).isEqualTo(FrameType.HELLO);
      Frame refusal = peer.receive().orElseThrow();
      assertThat(refusal.type()).isEqualTo(FrameType.REFUSAL);
      assertThat(new String(refusal.body(), StandardCharsets.UTF_8))
          .isEqualTo("it speaks version 3 of the protocol, this process version 4");
      assertThat(peer.receive()).isEmpty();
      assertThat(reception).isNotNull();
    }
  }

  @Test
  void aGuestRefusesAHolderOfAnotherVersionInOneLine() throws Exception {
    Hello old = new Hello(0, 4711, "photocat", Instant.EPOCH, "");
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
  void aGuestPassesByWhoeverTalksNonsenseOrOfAnotherCatalogue() throws Exception {
    try (ServerSocketChannel door = fakeHolder(peer -> peer.send(1, Integer.MAX_VALUE))) {
      assertThat(connect(file())).isEmpty();
      assertThat(door.isOpen()).isTrue();
    }
    Files.delete(socket());
    Hello other = Hello.of("photocat", Instant.EPOCH, "another file");
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
        HolderConnection holder = connect(file()).orElseThrow();

        assertThatThrownBy(() -> holder.run(request(), new Heard()))
            .isInstanceOfSatisfying(
                HolderGone.class,
                gone -> assertThat(gone.hasBegun()).isEqualTo(last == FrameType.STARTED));
        holder.close();
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

  private Reception open(Path file) {
    return open(file, Map.of());
  }

  static Reception open(Path file, Map<String, String> environment) {
    SocketPlaces places = SocketPlaces.of(file, environment);
    Reception reception =
        Reception.open(places, hello(file), ReceptionTest::attend, text -> {}, new Cancellation());
    while (connect(file, environment).map(ReceptionTest::closed).isEmpty()) {
      Thread.onSpinWait();
    }
    return reception;
  }

  private static boolean closed(HolderConnection connection) {
    connection.close();
    return true;
  }

  @Test
  void aGuestWhoAsksTooMuchIsLeftAndTheNextIsServed() throws Exception {
    try (Reception reception = open(file());
        HolderConnection holder = connect(file()).orElseThrow()) {
      Request tooMuch =
          new Request(
              Request.What.STATEMENT,
              List.of("too much"),
              "",
              new ResultForm(80, 24, "", false, false, false),
              Request.Asking.NOBODY);

      assertThatThrownBy(() -> holder.run(tooMuch, new Heard())).isInstanceOf(HolderGone.class);

      assertThat(echo(file())).isEqualTo("hi é🐝");
      assertThat(reception).isNotNull();
    }
  }

  private static Optional<HolderConnection> connect(Path file) {
    return connect(file, Map.of());
  }

  private static Optional<HolderConnection> connect(Path file, Map<String, String> environment) {
    SocketPlaces places = SocketPlaces.of(file, environment);
    try {
      return HolderConnection.open(
          file, places, new Caller("photocat guest", VISIT, new Cancellation()));
    } catch (HolderBusy e) {
      throw e.failure();
    }
  }

  private static String echo(Path file) throws HolderGone {
    return echo(file, Map.of());
  }

  static String echo(Path file, Map<String, String> environment) throws HolderGone {
    Heard heard = new Heard();
    try (HolderConnection holder = connect(file, environment).orElseThrow()) {
      assertThat(holder.run(request(), heard)).isEqualTo(new Ending(3, true, 5, "OPEN", "?"));
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

  private static Hello hello(Path file) {
    return Hello.of("photocat host", Instant.EPOCH, SocketPlaces.identity(file));
  }

  /** Repeats what it is told, and can do no more than that. */
  private static Attendant attend(
      Hello guest, Visit visit, Writer data, Writer narration, Attendant.Pages pages) {
    assertThat(visit).isEqualTo(VISIT);
    return new Attendant() {
      @Override
      public Ending run(Request request, Cancellation cancellation) {
        if (request.words().contains("too much")) {
          throw new StackOverflowError();
        }
        try {
          data.write(String.join(" ", request.words()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        return new Ending(3, true, 5, "OPEN", "?");
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
  private static final class Heard implements HolderConnection.Listener {
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
