package photocat.http;

import java.time.Duration;

/**
 * How many questions a host bears.
 *
 * @param host its name, without a port
 * @param between least time from one question to the next; zero for none
 * @param perDay questions within 24 hours; 0 for as many as there are
 * @param why for people: who says so
 */
public record HostLimit(String host, Duration between, long perDay, String why) {}
