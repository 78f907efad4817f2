package photocat.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import photocat.model.OneLine;

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
