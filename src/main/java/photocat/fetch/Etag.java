package photocat.fetch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an ETag (RFC 9110, 8.8.3) promises about a body. */
final class Etag {
  private static final Pattern MD5 = Pattern.compile("\"\\p{XDigit}{32}\"");

  private Etag() {}

  /** Tells whether equal tags mean equal bytes, as going on within a body needs. */
  static boolean isStrong(String etag) {
    return etag.length() > 2 && etag.startsWith("\"") && etag.endsWith("\"");
  }

  /**
   * Returns what S3 means by it for an object that was put in one piece: its MD5 in lower-case
   * hexadecimal digits. Other servers may mean anything by the same form.
   */
  static Optional<String> md5(String etag) {
    return MD5.matcher(etag).matches()
        ? Optional.of(etag.substring(1, 33).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
