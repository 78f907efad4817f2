package photocat.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** The address at which this machine reaches itself, which not every machine does. */
final class Loopback {
  private static final int PATIENCE_MILLISECONDS = 1_000;

  /** Most programs and pages say the first; where it is not set up, there may be the second. */
  private static final List<String> HOSTS = List.of("127.0.0.1", "::1");

  private Loopback() {}

  /** Returns the first address that is reached, and the first of all where none is. */
  static String host() {
    return HOSTS.stream().filter(host -> fault(host).isEmpty()).findFirst().orElse(HOSTS.get(0));
  }

  /** Returns why nothing on this machine reaches a server of its own at {@code host}, if so. */
  static Optional<String> fault(String host) {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(host));
        Socket client = new Socket()) {
      client.connect(server.getLocalSocketAddress(), PATIENCE_MILLISECONDS);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
