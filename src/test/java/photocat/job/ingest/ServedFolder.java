package photocat.job.ingest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a folder behind addresses. */
public final class ServedFolder implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;

  public ServedFolder(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
          exchange.sendResponseHeaders(200, Files.size(file));
          try (OutputStream out = exchange.getResponseBody()) {
            Files.copy(file, out);
          }
        });
    server.start();
  }

  /** Returns {@code words} with the addresses of files in the place of their paths. */
  public List<String> addresses(List<String> words) {
    String address = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    return words.stream().map(word -> word.replace(folder + "/", address)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
