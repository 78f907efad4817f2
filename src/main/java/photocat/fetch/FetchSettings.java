package photocat.fetch;

import java.time.Duration;

/**
 * How photos are fetched.
 *
 * @param connections photos in flight at a time, 1 to 512
 * @param connectionsPerHost of these to one host, 1 or more; object stores and the caller's own
 *     private hosts get as many as there are
 * @param connectTimeout time allowed for TCP, and again for TLS, above zero
 * @param headerTimeout time from sending a request to the end of the answer's header, above zero
 * @param idleTimeout longest silence within a body, and the window over which its speed is
 *     measured, above zero
 * @param photoTimeout time for one photo from sending the request to its last byte, above zero
 * @param minBytesPerSecond a slower body is given up, 1 or more
 * @param maxPhotoBytes a larger body is given up, 1 or more
 * @param attempts tries a photo in one run, 1 to 100
 * @param backoff longest wait before the second try, four times as long before each next, above
 *     zero
 * @param pause first pause of a host that asks for one without saying how long, doubled each time,
 *     above zero
 * @param longestPause a host that asks for a longer one is left to the next run, above zero
 * @param drainTimeout time for photos in flight to finish when the run is stopped, zero or more
 * @param userAgent what every request says of its sender, not blank
 * @param allowPrivateHosts whether loopback, private and link-local addresses may be asked
 */
public record FetchSettings(
    int connections,
    int connectionsPerHost,
    Duration connectTimeout,
    Duration headerTimeout,
    Duration idleTimeout,
    Duration photoTimeout,
    long minBytesPerSecond,
    long maxPhotoBytes,
    int attempts,
    Duration backoff,
    Duration pause,
    Duration longestPause,
    Duration drainTimeout,
    String userAgent,
    boolean allowPrivateHosts) {

  /** What holds unless a user says otherwise. */
  public static final FetchSettings DEFAULTS =
      new FetchSettings(
          64,
          4,
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5),
          1_000,
          64L * 1024 * 1024,
          4,
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          Duration.ofSeconds(2),
          "photocat/0.1 (downloader of openly licensed species photos)",
          false);

  public FetchSettings {
    require(connections >= 1 && connections <= 512, "connections", connections, "1 to 512");
    require(connectionsPerHost >= 1, "connections-per-host", connectionsPerHost, "1 or more");
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("header-timeout", headerTimeout);
    requirePositive("idle-timeout", idleTimeout);
    requirePositive("photo-timeout", photoTimeout);
    require(minBytesPerSecond >= 1, "min-bytes-per-second", minBytesPerSecond, "1 or more");
    require(maxPhotoBytes >= 1, "max-photo-bytes", maxPhotoBytes, "1 or more");
    require(attempts >= 1 && attempts <= 100, "attempts", attempts, "1 to 100");
    requirePositive("backoff", backoff);
    requirePositive("pause", pause);
    requirePositive("longest-pause", longestPause);
    require(!drainTimeout.isNegative(), "drain-timeout", drainTimeout, "zero or more");
    require(!userAgent.isBlank(), "user-agent", userAgent, "not blank");
    require(
        userAgent.chars().allMatch(c -> c >= ' ' && c < 127),
        "user-agent",
        userAgent,
        "printable ASCII");
  }

  /** The same with another number of photos in flight. */
  public FetchSettings withConnections(int connections) {
    return new FetchSettings(
        connections,
        connectionsPerHost,
        connectTimeout,
        headerTimeout,
        idleTimeout,
        photoTimeout,
        minBytesPerSecond,
        maxPhotoBytes,
        attempts,
        backoff,
        pause,
        longestPause,
        drainTimeout,
        userAgent,
        allowPrivateHosts);
  }

  /** The same with another number of photos in flight to one host. */
  public FetchSettings withConnectionsPerHost(int connectionsPerHost) {
    return new FetchSettings(
        connections,
        connectionsPerHost,
        connectTimeout,
        headerTimeout,
        idleTimeout,
        photoTimeout,
        minBytesPerSecond,
        maxPhotoBytes,
        attempts,
        backoff,
        pause,
        longestPause,
        drainTimeout,
        userAgent,
        allowPrivateHosts);
  }

  /** The same with loopback, private and link-local addresses allowed or not. */
  public FetchSettings withAllowPrivateHosts(boolean allowPrivateHosts) {
    return new FetchSettings(
        connections,
        connectionsPerHost,
        connectTimeout,
        headerTimeout,
        idleTimeout,
        photoTimeout,
        minBytesPerSecond,
        maxPhotoBytes,
        attempts,
        backoff,
        pause,
        longestPause,
        drainTimeout,
        userAgent,
        allowPrivateHosts);
  }

  private static void requirePositive(String key, Duration value) {
    require(!value.isZero() && !value.isNegative(), key, value, "above zero");
  }

  private static void require(boolean holds, String key, Object value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("fetch.%s is %s, must be %s".formatted(key, value, rule));
    }
  }
}
