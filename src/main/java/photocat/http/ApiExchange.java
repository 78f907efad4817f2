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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import photocat.model.Cancellation;

/** One question and its answer, over redirects. One thread at a time. */
final class ApiExchange {
  private static final int MOST_BYTES = 64 << 20;
  private static final Duration LOOK_UP = Duration.ofMillis(20);

  private final HttpSettings settings;
  private final HttpClient client;
  private final Redirects redirects;
  private final HostPace pace;
  private final Cancellation cancellation;

  ApiExchange(HttpSettings settings, HostPace pace, Cancellation cancellation) {
    this.settings = settings;
    this.client = HttpClients.open(settings, settings.patience().connect());
    this.redirects = new Redirects(settings);
    this.pace = pace;
    this.cancellation = cancellation;
  }

  /**
   * Returns the answer, whatever its status; only a question that changes nothing is sent on.
   *
   * @throws IOException when none came whole
   */
  ApiAnswer follow(ApiRequest request) throws IOException {
    HttpResponse<byte[]> response =
        request.method().equals("GET")
            ? redirects.follow(request.address(), address -> once(request, address))
            : once(request, request.address());
    String text = new String(response.body(), StandardCharsets.UTF_8);
    return new ApiAnswer(response.uri(), response.statusCode(), response.headers(), text);
  }

  private HttpResponse<byte[]> once(ApiRequest request, URI address) throws IOException {
    pace.await(String.valueOf(address.getHost()), cancellation);
    HttpRequest.Builder builder =
        HttpClients.request(address, settings)
            .header("Accept", "application/json")
            .method(
                request.method(),
                request.json().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    if (request.json().isPresent()) {
      builder.header("Content-Type", "application/json");
    }
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
