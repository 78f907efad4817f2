package photocat.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An absolute http or https address, taken apart once. User names, passwords and fragments are left
 * out.
 *
 * @param host a name or address in lower case; IPv6 without brackets
 * @param path as it goes on the wire, with the query, at least {@code /}
 */
record Target(boolean tls, String host, int port, String path) {
  private static final int LONGEST_URL = 8000;

  /** Other ports are not asked for photos: what listens there is seldom a web server. */
  private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

  /**
   * A host whose last part is a number is an address; in other spellings than this it hides one.
   */
  private static final Pattern DOTTED =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

  private static final Pattern DISGUISED =
      Pattern.compile("(?:[^:]*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

  /** Where connections can be shared. */
  record Origin(boolean tls, String host, int port) {}

  static Target parse(String url) throws FaultException {
    return of(uri(url));
  }

  /** Returns the target that this one's answer points to. */
  Target resolve(String location) throws FaultException {
    return of(uri(toString()).resolve(uri(location)));
  }

  /** Tells whether web servers of strangers listen on this port. */
  boolean hasUsualPort() {
    return PORTS.contains(port);
  }

  Origin origin() {
    return new Origin(tls, host, port);
  }

  /** Returns the value of the header {@code Host}. */
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (tls ? 443 : 80) ? name : name + ":" + port;
  }

  @Override
  public String toString() {
    return (tls ? "https://" : "http://") + authority() + path;
  }

  private static Target of(URI uri) throws FaultException {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https");
    if (!tls && !scheme.equals("http")) {
      throw new FaultException(uri.isAbsolute() ? Fault.BLOCKED_SCHEME : Fault.BAD_URL);
    }
    String host = uri.getHost();
    if (host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new FaultException(Fault.BAD_URL);
    }
    if (DISGUISED.matcher(bare(host)).matches() && !DOTTED.matcher(host).matches()) {
      throw new FaultException(Fault.BLOCKED_ADDRESS);
    }
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Target(tls, bare(host).toLowerCase(Locale.ROOT), port, path + query);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static URI uri(String text) throws FaultException {
    if (text.length() > LONGEST_URL) {
      throw new FaultException(Fault.BAD_URL);
    }
    try {
      return new URI(encodeStrays(text.strip()));
    } catch (URISyntaxException e) {
      throw new FaultException(Fault.BAD_URL);
    }
  }

  /** Publishers leave blanks, quotes and letters with accents in their addresses. */
  private static String encodeStrays(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte each : text.getBytes(UTF_8)) {
      char character = (char) (each & 0xff);
      if (character <= ' ' || character > '~' || "\"<>\\^`{|}".indexOf(character) >= 0) {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) character));
      } else {
        encoded.append(character);
      }
    }
    return encoded.toString();
  }
}
