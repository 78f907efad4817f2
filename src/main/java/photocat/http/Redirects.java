package photocat.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** Follows where servers send on to, after a look whether it is on the open internet. */
public final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final int MOST = 5;

  private final HostGuard guard;

  /** Follows as {@code settings} allow. */
  public Redirects(HttpSettings settings) {
    this.guard = new HostGuard(settings);
  }

  /**
   * Asks one server.
   *
   * @param <T> what the body becomes
   */
  @FunctionalInterface
  public interface Question<T> {
    /** Returns the answer of whoever is at {@code address}, which may be a redirect. */
    HttpResponse<T> ask(URI address) throws IOException;
  }

  /**
   * Returns the answer in the end. Bodies of answers on the way are closed.
   *
   * @throws IOException when there is none, or a host on the way is not known
   * @throws PhotocatException when the way leads inside, or round and round, or a proxy refuses
   */
  public <T> HttpResponse<T> follow(URI address, Question<T> question) throws IOException {
    URI at = address;
    for (int redirects = 0; ; redirects++) {
      HttpResponse<T> response = question.ask(at);
      Optional<String> next = response.headers().firstValue("Location");
      if (response.statusCode() == 407) {
        throw failure(at, "the proxy wants a password")
            .withHint("name it in the proxy's address: http://user:password@host:port");
      }
      if (!STATUSES.contains(response.statusCode()) || next.isEmpty()) {
        return response;
      }
      if (response.body() instanceof Closeable body) {
        body.close();
      }
      if (redirects == MOST) {
        throw failure(address, "it sends on to " + OneLine.of(next.get()));
      }
      at = target(at, next.get());
      guard.check(address, at);
    }
  }

  private static URI target(URI from, String location) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("it sends on to what is no address", e);
    }
  }

  private static PhotocatException failure(URI address, String why) {
    return PhotocatException.of(
        ExitStatus.FAILED, "cannot ask %s: %s".formatted(address.getAuthority(), why));
  }
}
