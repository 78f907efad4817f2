package photocat.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A name and a password, which no log, table or message shows.
 *
 * @param user without a colon, as RFC 7617 wants
 */
public record Credentials(String user, String password) {
  /** Returns the header {@code Authorization} of the scheme Basic. */
  String basic() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Returns the user alone. */
  @Override
  public String toString() {
    return user;
  }
}
