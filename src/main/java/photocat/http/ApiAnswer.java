package photocat.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * What an API answered in the end.
 *
 * @param address that answered, after redirects
 * @param status of HTTP
 * @param text the body, broken UTF-8 replaced; empty for none
 */
public record ApiAnswer(URI address, int status, HttpHeaders headers, String text) {
  private static final int LONGEST_REASON = 200;

  /** Tells whether it is what was asked for. */
  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Tells whether the body says that it is JSON, rather than a page of some server between. */
  public boolean isJson() {
    String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.contains("json")
        || (!type.contains("html") && text.stripLeading().matches("(?s)[\\[{].*"));
  }

  /** Says that {@code address} answers, but with something else than was asked for. */
  public static PhotocatException noData(URI address) {
    String host = address.getAuthority();
    return PhotocatException.of(
            ExitStatus.FAILED,
            "cannot ask %s: it answers with something else than data".formatted(host))
        .withHint("look at %s in a browser; a network that wants a login does so".formatted(host));
  }

  /** Returns the server's own words where it has some for people, in one line. */
  public Optional<String> reason() {
    boolean isPage = text.stripLeading().startsWith("<");
    String line = OneLine.whole(text.strip().replaceAll("\\s+", " "));
    return isPage || line.isBlank()
        ? Optional.empty()
        : Optional.of(
            line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line);
  }
}
