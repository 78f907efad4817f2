package photocat.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.http.HttpClients;
import photocat.http.HttpSettings;
import photocat.http.Redirects;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** An object behind an {@code http(s)} URL; an interrupt ends a read at once. */
final class HttpObject implements RemoteObject {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

  private final URI address;
  private final Duration readTimeout;
  private final HttpSettings settings;
  private final HttpClient client;

  HttpObject(URI address, RemoteSettings settings) {
    this.address = address;
    this.readTimeout = settings.readTimeout();
    this.settings = settings.http();
    this.client = HttpClients.open(settings.http(), readTimeout);
  }

  @Override
  public Part openFrom(long offset, Optional<String> version) throws IOException {
    HttpResponse<InputStream> response =
        new Redirects(settings).follow(address, at -> send(request(at, offset, version)));
    InputStream body = new StallGuard(response.body(), readTimeout);
    if (response.statusCode() == 206) {
      return partial(response, body);
    }
    if (response.statusCode() == 200) {
      return new Part(
          body, 0, response.headers().firstValueAsLong("Content-Length"), version(response));
    }
    body.close();
    throw refused(response.statusCode());
  }

  private HttpRequest request(URI at, long offset, Optional<String> version) {
    HttpRequest.Builder request = HttpClients.request(at, settings).timeout(readTimeout);
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
      version.ifPresent(known -> request.header("If-Range", known));
    }
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static Part partial(HttpResponse<?> response, InputStream body) throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    Matcher matcher = CONTENT_RANGE.matcher(range);
    if (!matcher.matches()) {
      body.close();
      throw PhotocatException.of(
          ExitStatus.FAILED, "the server sent the Content-Range '" + OneLine.of(range) + "'");
    }
    OptionalLong size =
        matcher.group(2).equals("*")
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(matcher.group(2)));
    return new Part(body, Long.parseLong(matcher.group(1)), size, version(response));
  }

  /** A weak tag ({@code W/}) may not be used in If-Range (RFC 9110, 13.1.5). */
  private static Optional<String> version(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> response.headers().firstValue("Last-Modified"));
  }

  private static PhotocatException refused(int status) throws IOException {
    if ((status >= 500 && status != 501) || status == 408 || status == 429) {
      throw new IOException("the server answered HTTP " + status);
    }
    if (status == 416) {
      return ResumingInput.changed();
    }
    return PhotocatException.of(ExitStatus.FAILED, "the server answered HTTP " + status)
        .withHint("check the address in a browser, or download the file and give its path");
  }
}
