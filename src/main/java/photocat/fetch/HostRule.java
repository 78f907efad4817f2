package photocat.fetch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the table of hosts: how some are treated.
 *
 * @param hosts host names, {@code *} standing for anything, or {@link #PRIVATE}
 * @param path what the path begins with; empty for all
 * @param connections photos in flight at first, 1 or more
 * @param maxConnections and at most
 * @param requestsPerSecond at first; 0 for no pace
 * @param maxRequestsPerSecond and at most
 * @param bytesPerHour 0 for as many as there are
 * @param bytesPerDay 0 for as many as there are
 * @param needsContact whether the host must be told whom to write to
 * @param why for people
 */
record HostRule(
    List<String> hosts,
    String path,
    int connections,
    int maxConnections,
    double requestsPerSecond,
    double maxRequestsPerSecond,
    long bytesPerHour,
    long bytesPerDay,
    boolean needsContact,
    String why) {
  /** Stands for hosts all of whose addresses are loopback, private or link-local ones. */
  static final String PRIVATE = "[private]";

  HostRule {
    hosts = List.copyOf(hosts);
  }

  boolean fits(String host, String itsPath, boolean isPrivate) {
    return itsPath.startsWith(path)
        && hosts.stream().anyMatch(each -> names(each, host, isPrivate));
  }

  /** Tells whether its hosts bear as many requests as there are: they have no pace. */
  boolean isFast() {
    return requestsPerSecond == 0;
  }

  /** Tells whether the row names one host or several that share its limits. */
  boolean isShared() {
    return hosts.stream().noneMatch(host -> host.contains("*") || host.equals(PRIVATE));
  }

  boolean hasQuota() {
    return bytesPerHour > 0 || bytesPerDay > 0;
  }

  private static boolean names(String pattern, String host, boolean isPrivate) {
    if (pattern.equals(PRIVATE)) {
      return isPrivate;
    }
    if (!pattern.contains("*")) {
      return pattern.equals(host);
    }
    String expression =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return host.matches(expression);
  }
}
