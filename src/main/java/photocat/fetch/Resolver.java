package photocat.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns host names into addresses that may be connected to. The filter sees what was resolved and
 * the connection goes to exactly that, so that a name which answers differently the second time
 * gains nothing. Lookups block threads of their own, never an event loop.
 */
final class Resolver implements AutoCloseable {
  private static final int THREADS = 4;

  private final boolean allowPrivateHosts;
  private final ExecutorService threads;

  /**
   * What a lookup found: addresses, or why there are none.
   *
   * @param isPrivate whether all addresses are private ones
   */
  record Resolution(List<InetAddress> addresses, @Nullable Fault fault, boolean isPrivate) {}

  Resolver(boolean allowPrivateHosts) {
    this.allowPrivateHosts = allowPrivateHosts;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "photocat-dns");
              // The system's resolver cannot be interrupted: it must not keep the process.
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Looks {@code host} up and tells {@code found} from another thread. */
  void resolve(String host, Consumer<Resolution> found) {
    threads.execute(() -> found.accept(resolveNow(host)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Resolution resolveNow(String host) {
    try {
      List<InetAddress> all = Arrays.asList(InetAddress.getAllByName(host));
      List<InetAddress> open = all.stream().filter(AddressFilter::isPublic).toList();
      if (allowPrivateHosts) {
        return new Resolution(all, null, open.isEmpty());
      }
      return new Resolution(open, open.isEmpty() ? Fault.BLOCKED_ADDRESS : null, false);
    } catch (UnknownHostException e) {
      return new Resolution(List.of(), Fault.DNS_FAILED, false);
    }
  }
}
