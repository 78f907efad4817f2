package photocat.fetch;

import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import photocat.http.AddressFilter;
import photocat.model.Cancellation;
import photocat.store.PhotoStore;

/**
 * Fetches photos over HTTP and HTTPS into a store: many at once on kept connections, each checked
 * on the way and under its name only when it is whole. Holds no state between runs; runs may go on
 * side by side if their stores differ. Thread-safe.
 */
public final class PhotoFetcher {
  private static final int MOST_LOOPS = 4;
  private static final int CORES_PER_LOOP = 2;

  private final FetchLimits limits;
  private final PhotoStore store;
  private final SharedServers servers;
  private final Supplier<SslContext> tls;
  private final Optional<InetSocketAddress> nameServer;

  /** A fetcher that trusts the certificates that Java trusts, and shares servers with no other. */
  public PhotoFetcher(FetchSettings settings, PhotoStore store) {
    this(new FetchLimits(settings), store, new SharedServers());
  }

  /**
   * The same within limits that can be changed while it fetches, and within what servers bear that
   * others in {@code servers} ask too.
   */
  public PhotoFetcher(FetchLimits limits, PhotoStore store, SharedServers servers) {
    this(limits, store, servers, new DefaultTls(), Optional.empty());
  }

  /** One that trusts and asks others than the system's: certificates and name server. */
  PhotoFetcher(
      FetchLimits limits,
      PhotoStore store,
      SharedServers servers,
      Supplier<SslContext> tls,
      Optional<InetSocketAddress> nameServer) {
    this.limits = limits;
    this.store = store;
    this.servers = servers;
    this.tls = tls;
    this.nameServer = nameServer;
  }

  /**
   * Fetches all photos of {@code source} and returns when each has ended, or when {@code
   * cancellation} is cancelled and the photos in flight have finished or, after the drain time,
   * been dropped. Nothing half written is left.
   *
   * @param source read on the calling thread as photos are needed, a few thousand ahead; no two
   *     requests may share a name
   * @param listener told on the calling thread
   * @throws photocat.model.PhotocatException of kind FAILED if the store cannot be written; what
   *     was reported until then holds
   */
  public FetchSummary run(
      Iterator<FetchRequest> source, FetchListener listener, Cancellation cancellation) {
    return run(source, List::of, listener, cancellation);
  }

  /**
   * The same, counting {@code past} for the quotas of hosts, the oldest first: what they sent in
   * the last day. It is asked once, on the calling thread; what others in the same {@link
   * SharedServers} receive from then on counts by itself.
   */
  public FetchSummary run(
      Iterator<FetchRequest> source,
      Supplier<List<PastTraffic>> past,
      FetchListener listener,
      Cancellation cancellation) {
    store.prepare();
    int loops = Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors() / CORES_PER_LOOP);
    FetchSettings settings = limits.settings();
    Bugs bugs = new Bugs();
    // Closed in reverse: first what hands work over, then who takes it.
    try (DiskWorkers disk = new DiskWorkers(store.workers(), bugs);
        Servers asked = new Servers(servers, settings.politeness());
        Resolver resolver =
            new Resolver(
                settings.allowPrivateHosts() ? any -> true : AddressFilter::isPublic,
                settings.politeness().times().lookupTimeout(),
                nameServer);
        Network network = new Network(Math.max(1, loops), tls, settings, bugs)) {
      asked.count(past.get());
      Engine engine = new Engine(limits, store, disk, asked, resolver, network, bugs);
      return new FetchRun(engine, source, listener, cancellation).run();
    }
  }
}
