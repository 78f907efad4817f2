package photocat.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP proxy that cuts connections after so many bytes of the answer. */
public final class CuttingProxy implements Closeable {
  private final ServerSocket server;
  private final int targetPort;
  private final Queue<Integer> cuts = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private CuttingProxy(int targetPort) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.targetPort = targetPort;
    threads.execute(this::accept);
  }

  /** Stands before the server at {@code port}. */
  public static CuttingProxy before(int port) throws IOException {
    return new CuttingProxy(port);
  }

  /** Cuts the next connections after {@code answerBytes} each; later ones are left whole. */
  public CuttingProxy cutting(Integer... answerBytes) {
    cuts.addAll(List.of(answerBytes));
    return this;
  }

  /** Returns the address of {@code path} through this proxy. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  /** The heads of the requests so far, in lower case. */
  public List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        clients.add(client);
        Integer cut = cuts.poll();
        threads.execute(() -> serve(client, cut == null ? Integer.MAX_VALUE : cut));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client, int answerBytes) {
    try (client;
        Socket target = new Socket(InetAddress.getLoopbackAddress(), targetPort)) {
      threads.execute(() -> passRequests(client, target));
      InputStream in = target.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[8192];
      int left = answerBytes;
      while (left > 0) {
        int count = in.read(buffer, 0, Math.min(left, buffer.length));
        if (count < 0) {
          return;
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    } catch (IOException broken) {
      // Broken connections are this proxy's business.
    }
  }

  private void passRequests(Socket client, Socket target) {
    byte[] buffer = new byte[8192];
    try {
      int count = client.getInputStream().read(buffer);
      while (count > 0) {
        requests.add(
            new String(buffer, 0, count, StandardCharsets.ISO_8859_1)
                .toLowerCase(java.util.Locale.ROOT));
        target.getOutputStream().write(buffer, 0, count);
        count = client.getInputStream().read(buffer);
      }
    } catch (IOException broken) {
      // The other direction ends with the sockets.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket client : clients) {
      client.close();
    }
    threads.shutdownNow();
  }
}
