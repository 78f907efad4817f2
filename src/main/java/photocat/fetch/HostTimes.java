package photocat.fetch;

import java.time.Duration;

/**
 * Time constants of how hosts are treated; tests scale them.
 *
 * @param window over which answers are judged together
 * @param hold how long a number of connections is kept after more brought nothing
 * @param baseline how far back the shortest answer times count as the usual ones
 * @param rest of a host that keeps failing, doubled each time
 * @param longestRest of such a host
 * @param nameLife an address is not used longer without another lookup
 * @param missingNameLife a name that does not exist is not looked up again for so long
 * @param lookupTimeout for one question to a name server
 * @param report between two reports on all hosts
 */
public record HostTimes(
    Duration window,
    Duration hold,
    Duration baseline,
    Duration rest,
    Duration longestRest,
    Duration nameLife,
    Duration missingNameLife,
    Duration lookupTimeout,
    Duration report) {
  /** What holds outside tests. */
  public static final HostTimes DEFAULTS =
      new HostTimes(
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(15),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5));
}
