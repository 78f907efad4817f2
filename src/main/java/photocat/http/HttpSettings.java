package photocat.http;

import java.time.Duration;

/**
 * How servers are asked.
 *
 * @param userAgent what every request says of its sender, with whom to write to
 * @param allowPrivateHosts whether addresses that stand in other people's data, and redirects, may
 *     lead to loopback, private and link-local hosts
 * @param network how others are reached
 * @param patience times and tries
 */
public record HttpSettings(
    String userAgent, boolean allowPrivateHosts, Network network, Patience patience) {
  /**
   * Times and tries.
   *
   * @param connect time for TCP and TLS
   * @param answer time from sending a request to the last byte of its answer
   * @param tries of one request, 1 or more
   * @param firstPause before the second try, doubled for each further one
   * @param longestPause of one try; a server that asks for a longer one ends the work
   */
  public record Patience(
      Duration connect, Duration answer, int tries, Duration firstPause, Duration longestPause) {
    /** Holds out for about two minutes. */
    public static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            7,
            Duration.ofSeconds(1),
            Duration.ofMinutes(10));
  }

  /** What holds unless a user says otherwise. */
  public static final HttpSettings DEFAULTS =
      new HttpSettings("photocat", false, Network.DIRECT, Patience.USUAL);
}
