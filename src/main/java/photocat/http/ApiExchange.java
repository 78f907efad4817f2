package photocat.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** One question and its answer, over redirects. One thread at a time. */
final class ApiExchange {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Duration LOOK_UP = Duration.ofMillis(20);

  private final HttpSettings settings;
  private final HttpClient client;
  private final HostGuard guard;
  private final Pace pace;
  private final Cancellation cancellation;

  ApiExchange(HttpSettings settings, Pace pace, Cancellation cancellation) {
    this.settings = settings;
    this.client = HttpClients.open(settings);
    this.guard = new HostGuard(settings);
    this.pace = pace;
    this.cancellation = cancellation;
  }

  /**
   * Returns the answer, whatever its status, after redirects.
   *
   * @throws IOException when none came whole
   */
  ApiAnswer follow(ApiRequest request) throws IOException {
    URI address = request.address();
    for (int redirects = 0; ; redirects++) {
      pace.await(String.valueOf(address.getHost()), cancellation);
      HttpResponse<byte[]> response = once(request, address);
      if (response.statusCode() == 407) {
        throw PhotocatException.of(
                ExitStatus.FAILED,
                "cannot ask %s: the proxy wants a password".formatted(address.getAuthority()))
            .withHint("name it in the proxy's address: http://user:password@host:port");
      }
      Optional<String> next = response.headers().firstValue("Location");
      if (!REDIRECTS.contains(response.statusCode()) || next.isEmpty()) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return new ApiAnswer(address, response.statusCode(), response.headers(), text);
      }
      if (redirects == MOST_REDIRECTS || !request.method().equals("GET")) {
        throw PhotocatException.of(
            ExitStatus.FAILED,
            "cannot ask %s: it sends on to %s"
                .formatted(request.address().getAuthority(), OneLine.of(next.get())));
      }
      address = target(address, next.get());
      guard.check(request.address().getAuthority(), address);
    }
  }

  private static URI target(URI from, String location) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("it sends on to what is no address", e);
    }
  }

  private HttpResponse<byte[]> once(ApiRequest request, URI address) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address)
            .header("User-Agent", settings.userAgent())
            .header("Accept", "application/json")
            .method(
                request.method(),
                request.json().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    if (request.json().isPresent()) {
      builder.header("Content-Type", "application/json");
    }
    settings
        .proxies()
        .credentials(address)
        .ifPresent(user -> builder.header("Proxy-Authorization", user.basic()));
    // A redirect to another host must not carry the user's password there.
    if (address.equals(request.address())) {
      request.credentials().ifPresent(user -> builder.header("Authorization", user.basic()));
    }
    return awaited(client.sendAsync(builder.build(), head -> new BoundedBody(MOST_BYTES)));
  }

  private HttpResponse<byte[]> awaited(CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException {
    long deadline = System.nanoTime() + settings.patience().answer().toNanos();
    try {
      while (true) {
        try {
          return answer.get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          cancellation.check("the request");
          if (System.nanoTime() > deadline) {
            throw new HttpTimeoutException("no whole answer in time");
          }
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true);
    }
  }
}
