package photocat.fetch;

import java.time.Duration;

/**
 * How photos are fetched.
 *
 * @param connections photos in flight at a time, 1 to 512
 * @param connectionsPerHost of these to one host, 1 or more; most hosts bear fewer, as {@code
 *     politeness} knows
 * @param bytesPerSecond of all photos together on average, 0 for as many as there are
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
 * @param politeness how strangers' servers are treated
 * @param allowPrivateHosts whether loopback, private and link-local addresses may be asked
 */
public record FetchSettings(
    int connections,
    int connectionsPerHost,
    long bytesPerSecond,
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
    Politeness politeness,
    boolean allowPrivateHosts) {

  /** What holds unless a user says otherwise. */
  public static final FetchSettings DEFAULTS =
      new FetchSettings(
          64,
          512,
          0,
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
          Politeness.DEFAULTS,
          false);

  public FetchSettings {
    require(connections >= 1 && connections <= 512, "max-connections", connections, "1 to 512");
    require(connectionsPerHost >= 1, "per-host", connectionsPerHost, "1 or more");
    require(bytesPerSecond >= 0, "max-speed", bytesPerSecond, "zero or more");
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
  }

  /** The same with another number of photos in flight. */
  public FetchSettings withConnections(int another) {
    return withLimits(another, connectionsPerHost, bytesPerSecond);
  }

  /** The same with another number of photos in flight to one host. */
  public FetchSettings withConnectionsPerHost(int another) {
    return withLimits(connections, another, bytesPerSecond);
  }

  /** The same with another number of bytes a second. */
  public FetchSettings withBytesPerSecond(long another) {
    return withLimits(connections, connectionsPerHost, another);
  }

  /** The same with other limits: photos in flight, of these to one host, bytes a second. */
  public FetchSettings withLimits(int connections, int connectionsPerHost, long bytesPerSecond) {
    return with(connections, connectionsPerHost, bytesPerSecond, politeness, allowPrivateHosts);
  }

  /** The same with strangers' servers treated otherwise. */
  public FetchSettings withPoliteness(Politeness another) {
    return with(connections, connectionsPerHost, bytesPerSecond, another, allowPrivateHosts);
  }

  /** The same with loopback, private and link-local addresses allowed or not. */
  public FetchSettings withAllowPrivateHosts(boolean allowed) {
    return with(connections, connectionsPerHost, bytesPerSecond, politeness, allowed);
  }

  /** What a user may change for one download; the rest stays. */
  private FetchSettings with(
      int connections,
      int connectionsPerHost,
      long bytesPerSecond,
      Politeness politeness,
      boolean allowPrivateHosts) {
    return new FetchSettings(
        connections,
        connectionsPerHost,
        bytesPerSecond,
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
        politeness,
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
