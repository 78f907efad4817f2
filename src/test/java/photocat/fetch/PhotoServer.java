package photocat.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/**
 * A server on loopback that answers by script, also with what no honest server would send. Each
 * path has a list of answers; the last one is repeated.
 */
public final class PhotoServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Answer otherwise = status(404);

  /** What one connection sends; returns whether to go on with the next request. */
  @FunctionalInterface
  public interface Answer {
    boolean send(OutputStream out, Stage stage) throws IOException, InterruptedException;
  }

  /** What an answer may do besides sending. */
  public record Stage(Socket connection, CountDownLatch closing) {
    /** Says nothing more until the server is closed. */
    public boolean hang() throws InterruptedException {
      closing.await();
      return false;
    }

    /** Closes with a reset instead of an orderly end. */
    public boolean reset() throws IOException {
      connection.setSoLinger(true, 0);
      connection.close();
      return false;
    }
  }

  /** A request as it came, and when, by {@link System#nanoTime}. */
  public record Request(String path, List<String> headers, int connection, long at) {}

  public PhotoServer() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  public PhotoServer(ServerSocketFactory factory) throws IOException {
    socket = factory.createServerSocket(0, 512, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Sets the answers for {@code path}. */
  public PhotoServer on(String path, Answer... answers) {
    script.put(path, new ArrayDeque<>(List.of(answers)));
    return this;
  }

  /** Sets the answer for all paths that have none of their own; 404 until then. */
  public PhotoServer onAny(Answer answer) {
    otherwise = answer;
    return this;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<String> paths() {
    return requests.stream().map(Request::path).toList();
  }

  public static Answer ok(byte[] body) {
    return raw(head(200, "Content-Length: " + body.length), body, true);
  }

  /** Announces {@code length} bytes, sends {@code body}, and closes if {@code keep} is false. */
  public static Answer announcing(int length, byte[] body, boolean keep) {
    return raw(head(200, "Content-Length: " + length), body, keep);
  }

  public static Answer status(int status, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Length: 4");
    return raw(head(status, all.toArray(String[]::new)), "oops".getBytes(ISO_8859_1), true);
  }

  public static Answer raw(String head, byte[] body, boolean keep) {
    return (out, stage) -> {
      out.write(head.getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
      return keep;
    };
  }

  public static String head(int status, String... headers) {
    return "HTTP/1.1 " + status + " Word\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        int number = connections.size();
        start(() -> serve(connection, number));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket connection, int number) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      OutputStream out = connection.getOutputStream();
      Stage stage = new Stage(connection, closing);
      boolean more = true;
      for (String line = in.readLine(); line != null && more; line = more ? in.readLine() : null) {
        String path = line.split(" ", -1)[1];
        List<String> headers = new ArrayList<>();
        for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
          headers.add(header);
        }
        requests.add(new Request(path, headers, number, System.nanoTime()));
        more = next(path).send(out, stage);
      }
    } catch (IOException e) {
      // The client has gone, as many tests want.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer next(String path) {
    Deque<Answer> answers = script.get(path);
    if (answers == null) {
      return otherwise;
    }
    synchronized (answers) {
      return answers.size() > 1 ? answers.remove() : answers.element();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "photo-server");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (broken, cause) -> {
          throw new UncheckedIOException(new IOException("photo server broke", cause));
        });
    thread.start();
  }
}
