package photocat.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a host is treated at a moment, and what it did since the last report.
 *
 * @param host its name, with the path where that has limits of its own
 * @param limit photos that may be in flight now
 * @param inFlight photos in flight
 * @param waiting photos that wait for it, of those looked at
 * @param requestsPerSecond empty if it has no pace
 * @param pausedFor how long it is left alone; empty if it is not
 * @param reason why it is not asked for more, in one word; empty if nothing holds it back
 * @param firstByte median of the time to the first byte in the last seconds; empty without answers
 * @param answers requests answered
 * @param throttled answers that asked for less
 * @param failed requests that failed through the network or the host
 * @param receivedBytes bytes received, of photos that were not stored too
 */
public record HostState(
    String host,
    int limit,
    int inFlight,
    int waiting,
    OptionalDouble requestsPerSecond,
    Optional<Duration> pausedFor,
    String reason,
    Optional<Duration> firstByte,
    long answers,
    long throttled,
    long failed,
    long receivedBytes) {}
