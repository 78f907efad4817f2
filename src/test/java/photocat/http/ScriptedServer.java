package photocat.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on loopback that answers as a test says, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Answer> script = question -> Answer.of(404, "");

  /**
   * A question.
   *
   * @param number from 1
   * @param target path and query
   */
  public record Asked(
      int number, String method, String target, Map<String, List<String>> headers, String body) {
    /** Returns the first header of this name, empty for none. */
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  /**
   * An answer.
   *
   * @param cut whether half of its bytes come, and then the end
   */
  public record Answer(int status, Map<String, String> headers, ByteBuffer body, boolean cut) {
    /** Answers with this text. */
    public static Answer of(int status, String body) {
      return file(status, body.getBytes(UTF_8));
    }

    /** Answers with these bytes. */
    public static Answer file(int status, byte[] body) {
      return new Answer(status, Map.of(), ByteBuffer.wrap(body), false);
    }

    /** Answers with JSON. */
    public static Answer json(String body) {
      return of(200, body).with("Content-Type", "application/json");
    }

    /** Returns the same with one header more. */
    public Answer with(String name, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body, cut);
    }

    /** Returns half of it. */
    public Answer half() {
      return new Answer(status, headers, body, true);
    }
  }

  /** Starts it. */
  public ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** From now on it answers by {@code script}. */
  public ScriptedServer answering(Function<Asked, Answer> script) {
    this.script = script;
    return this;
  }

  /** From now on it gives these answers in turn, and the last again and again. */
  public ScriptedServer answering(Answer... inTurn) {
    int before = asked.size();
    return answering(question -> inTurn[Math.min(question.number() - before, inTurn.length) - 1]);
  }

  /** Returns where {@code target}, a path and a query, is. */
  public URI at(String target) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target);
  }

  /** Returns what it was asked. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked question = question(exchange);
      Answer answer = script.apply(question);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = answer.body().array();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body, 0, answer.cut() ? body.length / 2 : body.length);
    }
  }

  private synchronized Asked question(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Asked question =
        new Asked(
            asked.size() + 1,
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body);
    asked.add(question);
    return question;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
