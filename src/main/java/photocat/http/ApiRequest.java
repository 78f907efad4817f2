package photocat.http;

import java.net.URI;
import java.util.Optional;

/**
 * A question to an API.
 *
 * @param method GET, POST or DELETE
 * @param address where to; the user's own or of a setting, so that it may be a private one
 * @param json the body, in UTF-8
 * @param credentials sent to this host only
 */
public record ApiRequest(
    String method, URI address, Optional<String> json, Optional<Credentials> credentials) {
  /** A question that changes nothing. */
  public static ApiRequest get(URI address) {
    return new ApiRequest("GET", address, Optional.empty(), Optional.empty());
  }

  /** One that makes something. */
  public static ApiRequest post(URI address, String json) {
    return new ApiRequest("POST", address, Optional.of(json), Optional.empty());
  }

  /** One that ends something. */
  public static ApiRequest delete(URI address) {
    return new ApiRequest("DELETE", address, Optional.empty(), Optional.empty());
  }

  /** Returns the same of this user. */
  public ApiRequest by(Credentials user) {
    return new ApiRequest(method, address, json, Optional.of(user));
  }

  /** Tells whether asking twice does no more than asking once (RFC 9110, 9.2.2). */
  boolean isIdempotent() {
    return !method.equals("POST");
  }
}
