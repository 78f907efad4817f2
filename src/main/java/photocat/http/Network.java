package photocat.http;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How this computer reaches others.
 *
 * @param proxies through what
 * @param certificates authorities that are trusted beside those of Java, a file in PEM
 */
public record Network(Proxies proxies, Optional<Path> certificates) {
  /** Nothing between, and nobody but whom Java trusts. */
  public static final Network DIRECT = new Network(Proxies.NONE, Optional.empty());

  /** Returns what the environment says, {@code SSL_CERT_FILE} and the proxies of curl. */
  public static Network of(Map<String, String> environment) {
    return new Network(
        Proxies.of(environment),
        Optional.ofNullable(environment.get("SSL_CERT_FILE"))
            .filter(file -> !file.isBlank())
            .map(Path::of));
  }
}
