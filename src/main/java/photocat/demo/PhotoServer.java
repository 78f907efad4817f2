package photocat.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A photo server on this machine, which draws what it is asked for. As on a real one, not every
 * photo comes: one is gone, and one comes at the second attempt only.
 */
final class PhotoServer implements AutoCloseable {
  /** What to do about a {@link #fault}. */
  static final String REMEDY = "set up its loopback interface ('ip link set lo up')";

  private static final Pattern PATH =
      Pattern.compile("/photos/(\\d{1,18})/(original|large|medium|small)\\.(jpe?g)");
  private static final Map<String, Integer> LONGEST_SIDES =
      Map.of("original", 2048, "large", 1024, "medium", 500, "small", 240);
  private static final int THREADS = 4;

  private final Map<Long, SamplePhoto> photos;
  private final String host = Loopback.host();
  private final long goneId;
  private final long shakyId;
  private final Served served;
  private final AtomicBoolean shaken = new AtomicBoolean();
  private final ExecutorService threads;
  private final HttpServer server;

  /** Hears of each photo, from any thread, before it is sent. */
  interface Served {
    /**
     * A photo is about to be sent.
     *
     * @param name what photocat calls its file
     */
    void photo(String name, byte[] content) throws IOException;
  }

  private PhotoServer(
      Map<Long, SamplePhoto> photos, long goneId, long shakyId, int port, Served served)
      throws IOException {
    this.photos = Map.copyOf(photos);
    this.goneId = goneId;
    this.shakyId = shakyId;
    this.served = served;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            THREADS, task -> new Thread(task, "photo-server-" + number.incrementAndGet()));
    this.server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  /**
   * Starts a server for {@code photos}; the caller closes it.
   *
   * @param goneId the photo that the server has lost: 404
   * @param shakyId the photo whose first request fails: 500
   * @param port where to listen; 0 for any that is free
   */
  static PhotoServer open(
      Map<Long, SamplePhoto> photos, long goneId, long shakyId, int port, Served served)
      throws IOException {
    PhotoServer server = new PhotoServer(photos, goneId, shakyId, port, served);
    server.server.start();
    return server;
  }

  /** Returns the address in front of {@code /photos/{id}/{size}.{extension}}. */
  String baseUrl() {
    String inUrl = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + inUrl + ":" + server.getAddress().getPort();
  }

  /** Returns why no program on this machine can ask the server, if so. */
  Optional<String> fault() {
    return Loopback.fault(host)
        .map(reason -> "this machine does not reach itself at %s: %s".formatted(host, reason));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      SamplePhoto photo = path.matches() ? photos.get(Long.valueOf(path.group(1))) : null;
      if (photo == null || photo.id() == goneId) {
        exchange.sendResponseHeaders(404, -1);
      } else if (photo.id() == shakyId && shaken.compareAndSet(false, true)) {
        exchange.sendResponseHeaders(500, -1);
      } else {
        byte[] drawn = draw(photo, path.group(2));
        served.photo("%d_%s.%s".formatted(photo.id(), path.group(2), path.group(3)), drawn);
        send(exchange, drawn);
      }
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
    exchange.getResponseHeaders().set("ETag", '"' + md5(body) + '"');
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] draw(SamplePhoto photo, String size) {
    double longest = Math.max(photo.width(), photo.height());
    double scale = Math.min(1, LONGEST_SIDES.getOrDefault(size, 1024) / longest);
    int width = (int) Math.round(photo.width() * scale);
    int height = (int) Math.round(photo.height() * scale);
    return Painter.paint(photo.taxon(), photo.id(), width, height);
  }

  /** As the ETag of an object store: it lets a downloader check what it got. */
  private static String md5(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return String.format(Locale.ROOT, "%032x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
