package photocat.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event loop's open connections without an exchange, the latest used first: it is the least
 * likely to have been closed by the server, and its congestion window is the widest.
 */
final class IdleConnections {
  /** S3 closes idle connections after 5 s and more; an older one is not worth the risk. */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(4);

  private final Map<Target.Origin, Deque<Connection>> byOrigin = new HashMap<>();

  void add(Connection connection) {
    byOrigin.computeIfAbsent(connection.origin(), origin -> new ArrayDeque<>()).push(connection);
  }

  /** Takes a connection to {@code origin} out, or returns null if none is worth using. */
  @Nullable Connection take(Target.Origin origin) {
    Deque<Connection> connections = byOrigin.get(origin);
    Connection latest = connections == null ? null : connections.peek();
    if (latest == null || !isFresh(latest)) {
      return null;
    }
    remove(latest);
    return latest;
  }

  void remove(Connection connection) {
    Deque<Connection> connections = byOrigin.get(connection.origin());
    if (connections != null) {
      connections.remove(connection);
      if (connections.isEmpty()) {
        byOrigin.remove(connection.origin());
      }
    }
  }

  /** Closes those that have waited too long. */
  void closeOld() {
    for (Connection connection : all()) {
      if (!isFresh(connection)) {
        connection.close();
      }
    }
  }

  void closeAll() {
    all().forEach(Connection::close);
  }

  private List<Connection> all() {
    List<Connection> all = new ArrayList<>();
    byOrigin.values().forEach(all::addAll);
    return all;
  }

  private static boolean isFresh(Connection connection) {
    return connection.isUsable(System.nanoTime(), LONGEST_IDLE.toNanos());
  }
}
