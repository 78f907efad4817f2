package photocat.store.s3;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import photocat.model.OneLine;
import photocat.model.TextEnd;
import photocat.store.StoreAddress;

/**
 * A prefix of an S3 bucket.
 *
 * @param prefix empty, or ending in {@code /}
 * @param endpoint a server other than Amazon's
 */
public record S3Place(String bucket, String prefix, Optional<URI> endpoint) {
  /** What addresses in a bucket begin with. */
  public static final String SCHEME = "s3://";

  private static final String ENDPOINT = "?endpoint=";

  /** Names of buckets, also the longer ones of old buckets and other servers. */
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");

  /**
   * Reads an address that begins with {@link #SCHEME}.
   *
   * @param endpoint the server of an address that names none
   */
  public static S3Place of(String typed, Optional<String> endpoint) {
    int query = typed.indexOf('?');
    String path = typed.substring(SCHEME.length(), query < 0 ? typed.length() : query);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String prefix = slash < 0 ? "" : TextEnd.without(path.substring(slash + 1), "/");
    boolean strange =
        prefix.startsWith("/") || prefix.contains("//") || !OneLine.whole(prefix).equals(prefix);
    if (!BUCKET.matcher(bucket).matches() || strange) {
      throw StoreAddress.refused(typed, "the form is s3://bucket/prefix");
    }
    Optional<URI> server = endpoint.map(url -> endpoint(typed, url));
    if (query >= 0) {
      Optional<URI> named = Optional.of(endpoint(typed, query(typed, query)));
      if (server.isPresent() && !server.equals(named)) {
        throw StoreAddress.refused(typed, "--s3-endpoint names another server");
      }
      server = named;
    }
    return new S3Place(bucket, prefix.isEmpty() ? "" : prefix + "/", server);
  }

  private static String query(String typed, int at) {
    if (!typed.startsWith(ENDPOINT, at)) {
      throw StoreAddress.refused(typed, "only ?endpoint=URL may follow the prefix");
    }
    return typed.substring(at + ENDPOINT.length());
  }

  /** Only a server: what goes further would go into rows, and could be a secret. */
  private static URI endpoint(String typed, String url) {
    if (!Pattern.matches("https?://[A-Za-z0-9.\\[\\]:_-]+/?", url)) {
      throw StoreAddress.refused(typed, "an S3 endpoint is of the form https://host:port");
    }
    return URI.create(url.replaceFirst("/$", ""));
  }

  /** Returns the address that {@link #of} reads again, the same for the same place. */
  public StoreAddress address() {
    String folder = prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1);
    return new StoreAddress(SCHEME + bucket + folder + endpoint.map(e -> ENDPOINT + e).orElse(""));
  }
}
