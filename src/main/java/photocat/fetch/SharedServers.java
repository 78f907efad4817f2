package photocat.fetch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The servers that runs side by side ask, so that what one bears holds over all runs together:
 * whoever starts runs gives the same object to each fetcher. A server is known while a run asks it,
 * one with a quota while there is any run, as a run learns only at its start what was sent before.
 * Thread-safe.
 */
public final class SharedServers {
  private final Map<Key, Server> byKey = new HashMap<>();
  private int runs;

  /** Runs that treat a server by different rows of their tables do not share it. */
  private record Key(HostRule rule, String name) {}

  /** No servers yet. */
  public SharedServers() {}

  /** A run begins. */
  synchronized void enter() {
    runs++;
  }

  /** A run ends. */
  synchronized void leave(Collection<ServerShare> shares) {
    runs--;
    release(shares);
  }

  /** A run asks these servers no more. */
  synchronized void release(Collection<ServerShare> shares) {
    shares.forEach(share -> share.server().remove(share));
    byKey.values().removeIf(server -> !server.isUsed() && (runs == 0 || !server.rule().hasQuota()));
  }

  /**
   * Returns the share that {@code run} has of the server that goes by the first of {@code names}
   * that is known; if none is, of the one that {@code unknown} makes.
   */
  synchronized ServerShare share(
      Servers run, HostRule rule, List<String> names, Supplier<Server> unknown) {
    List<Key> keys = names.stream().map(name -> new Key(rule, name)).toList();
    Server server =
        keys.stream().map(byKey::get).filter(Objects::nonNull).findFirst().orElseGet(unknown);
    keys.forEach(key -> byKey.putIfAbsent(key, server));
    return server.shareOf(run);
  }
}
