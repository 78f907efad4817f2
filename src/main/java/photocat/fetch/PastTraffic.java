package photocat.fetch;

import java.time.Duration;

/**
 * What a host sent before this run, which counts for its hour and day.
 *
 * @param host as {@link HostState} names it
 * @param ago how long ago, zero or more
 */
public record PastTraffic(String host, Duration ago, long receivedBytes) {}
