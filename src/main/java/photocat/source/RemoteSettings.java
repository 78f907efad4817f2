package photocat.source;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import photocat.http.HttpSettings;

/**
 * How to reach a bundle over the network.
 *
 * @param http how servers are asked
 * @param s3Endpoint an S3 server other than Amazon's, addressed by path, or empty
 * @param region the region of the S3 bucket
 * @param readTimeout the longest silence of a connection before it counts as cut, above zero
 * @param retries tries after a cut without any progress, 0 or more; a first connection gets 3 at
 *     most, so that a wrong address fails soon
 * @param firstDelay wait before the first retry, doubled for each further one up to 30 seconds
 */
public record RemoteSettings(
    HttpSettings http,
    Optional<URI> s3Endpoint,
    String region,
    Duration readTimeout,
    int retries,
    Duration firstDelay) {
  /** Patience for about a minute and a half without network in the middle of a bundle. */
  public static final RemoteSettings DEFAULTS =
      new RemoteSettings(
          HttpSettings.DEFAULTS,
          Optional.empty(),
          "us-east-1",
          Duration.ofSeconds(20),
          8,
          Duration.ofMillis(500));

  private static final int RETRIES_AT_START = 3;
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  public RemoteSettings {
    if (readTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("readTimeout is " + readTimeout + ", must be above zero");
    }
    if (retries < 0) {
      throw new IllegalArgumentException("retries is " + retries + ", must be 0 or more");
    }
  }

  /** Returns these settings for another S3 server or region. */
  public RemoteSettings withS3(Optional<URI> endpoint, String bucketRegion) {
    return new RemoteSettings(http, endpoint, bucketRegion, readTimeout, retries, firstDelay);
  }

  /** Returns these settings with servers asked otherwise. */
  public RemoteSettings with(HttpSettings asked) {
    return new RemoteSettings(asked, s3Endpoint, region, readTimeout, retries, firstDelay);
  }

  int retries(boolean atStart) {
    return atStart ? Math.min(retries, RETRIES_AT_START) : retries;
  }

  /** Returns the wait before retry {@code number}, counted from 1. */
  Duration delay(int number) {
    Duration delay = firstDelay.multipliedBy(1L << Math.min(number - 1, 20));
    return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
  }
}
