import java.net.InetAddress;
import java.net.ServerSocket;

/** Takes connections and never says a word.   usage: BlackHole ADDRESS PORT */
final class BlackHole {
  public static void main(String[] arguments) throws Exception {
    // The kernel completes the connections; nobody accepts them.
    try (ServerSocket socket =
        new ServerSocket(Integer.parseInt(arguments[1]), 4096, InetAddress.getByName(arguments[0]))) {
      synchronized (socket) {
        socket.wait();
      }
    }
  }
}
