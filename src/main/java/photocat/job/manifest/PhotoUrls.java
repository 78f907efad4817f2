package photocat.job.manifest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.TextEnd;

/**
 * Photos from a mirror: its address takes the place of scheme and host in every photo's address.
 * Where the mirror's address has a path that the photo's begins with, it is not doubled: {@code
 * https://a.org/photos/1/large.jpg} with {@code http://localhost:18800/photos} is {@code
 * http://localhost:18800/photos/1/large.jpg}.
 */
public final class PhotoUrls {
  private final String base;
  private final String basePath;

  /**
   * @throws PhotocatException of kind USAGE if {@code base} is no http or https address
   */
  public PhotoUrls(String base) {
    URI uri = parsed(base);
    this.base = TextEnd.without(base, "/");
    this.basePath = TextEnd.without(uri.getRawPath(), "/");
  }

  /** Returns where the photo is on the mirror; what is no address stays as it is. */
  public String moved(String url) {
    int host = url.indexOf("://");
    int path = host < 0 ? -1 : url.indexOf('/', host + 3);
    if (path < 0) {
      return url;
    }
    String rest = url.substring(path);
    return base + (rest.startsWith(basePath + "/") ? rest.substring(basePath.length()) : rest);
  }

  private static URI parsed(String base) {
    try {
      URI uri = new URI(base);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean isWeb = scheme.equals("http") || scheme.equals("https");
      if (isWeb && uri.getHost() != null && uri.getRawQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Refused below, in the same words.
    }
    throw PhotocatException.of(
            ExitStatus.USAGE,
            "--photo-base-url is %s, must be an http or https address".formatted(base))
        .withHint("for example --photo-base-url http://127.0.0.1:18800/photos");
  }
}
