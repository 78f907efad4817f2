package photocat.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A name server on loopback that answers by script. Each name has a list of answers to questions
 * for IPv4 addresses, the last of which is repeated; other names do not exist.
 */
final class FakeDns implements AutoCloseable {
  /** The name does not exist. */
  static final String NXDOMAIN = "nxdomain";

  /** The name server is in trouble. */
  static final String SERVFAIL = "servfail";

  /** No answer at all. */
  static final String SILENCE = "silence";

  private static final int HEADER_BYTES = 12;
  private static final int TYPE_A = 1;

  private final DatagramSocket socket;
  private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();

  FakeDns() throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread thread = new Thread(this::serve, "fake-dns");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sets the answers for {@code name}: IPv4 addresses with blanks between, or a word above. */
  FakeDns on(String name, String... answers) {
    script.put(name, new ArrayDeque<>(List.of(answers)));
    return this;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** Returns the names whose IPv4 addresses were asked for, in order. */
  List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[512];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
        if (answer.length > 0) {
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private byte[] answer(byte[] query) throws IOException {
    List<String> labels = new ArrayList<>();
    int at = HEADER_BYTES;
    while (query[at] != 0) {
      labels.add(new String(query, at + 1, query[at], US_ASCII));
      at += query[at] + 1;
    }
    int questionEnd = at + 5;
    boolean isIpv4 = query[at + 2] == TYPE_A;
    String name = String.join(".", labels);
    String word = isIpv4 ? next(name) : peek(name);
    if (word.equals(SILENCE)) {
      return new byte[0];
    }
    boolean isAddress = !word.equals(NXDOMAIN) && !word.equals(SERVFAIL);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(query, 0, 2);
    int code = word.equals(NXDOMAIN) ? 3 : word.equals(SERVFAIL) ? 2 : 0;
    out.write(new byte[] {(byte) 0x85, (byte) (0x80 | code), 0, 1, 0});
    String[] addresses = isAddress && isIpv4 ? word.split(" ", -1) : new String[0];
    out.write(addresses.length);
    out.write(new byte[4]);
    out.write(query, HEADER_BYTES, questionEnd - HEADER_BYTES);
    for (String address : addresses) {
      // The name as a pointer to the question, type A, class IN, a minute, four bytes.
      out.write(new byte[] {(byte) 0xc0, HEADER_BYTES, 0, TYPE_A, 0, 1, 0, 0, 0, 60, 0, 4});
      out.write(InetAddress.getByName(address).getAddress());
    }
    return out.toByteArray();
  }

  private String next(String name) {
    questions.add(name);
    Deque<String> answers = script.get(name);
    return answers == null ? NXDOMAIN : answers.size() > 1 ? answers.remove() : answers.element();
  }

  private String peek(String name) {
    Deque<String> answers = script.get(name);
    return answers == null ? NXDOMAIN : answers.element();
  }
}
