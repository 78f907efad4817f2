package photocat.fetch;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photocat.http.AddressFilter;

/**
 * Turns host names into addresses that may be connected to. The filter sees what was resolved and
 * the connection goes to exactly that, so that a name which answers differently the second time
 * gains nothing. Asks the system's name servers itself, since only so a name that does not exist
 * can be told from a server that does not answer. Thread-safe.
 */
final class Resolver implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Resolver.class);
  private static final int MOST_QUERIES = 8;

  private final Predicate<InetAddress> allowed;
  private final Duration timeout;
  private final Optional<InetSocketAddress> nameServer;
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("photocat-dns", true), NioIoHandler.newFactory());

  /** The loop's own; made when the first name is looked up, which takes a tenth of a second. */
  private @Nullable DnsNameResolver names;

  /**
   * What a lookup found: addresses, or why there are none.
   *
   * @param isPrivate whether all addresses are private ones
   */
  record Resolution(List<InetAddress> addresses, @Nullable Fault fault, boolean isPrivate) {
    /** Returns one address that stands for the server, the same whatever their order. */
    String server() {
      return addresses.stream()
          .map(InetAddress::getHostAddress)
          .min(String::compareTo)
          .orElseThrow();
    }

    static Resolution failed(Fault fault) {
      return new Resolution(List.of(), fault, false);
    }
  }

  /** Asks {@code nameServer}, or those of the system, and keeps addresses that are allowed. */
  Resolver(
      Predicate<InetAddress> allowed, Duration timeout, Optional<InetSocketAddress> nameServer) {
    this.allowed = allowed;
    this.timeout = timeout;
    this.nameServer = nameServer;
  }

  /** Looks {@code host} up and tells {@code found}, perhaps from another thread. */
  void resolve(String host, Consumer<Resolution> found) {
    InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
    if (literal == null) {
      loops.execute(() -> ask(host, found));
    } else {
      found.accept(filtered(List.of(literal)));
    }
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** The host waits for an answer, whatever happens here. */
  private void ask(String host, Consumer<Resolution> found) {
    try {
      if (names == null) {
        names = open();
      }
      Future<List<InetAddress>> unused =
          names
              .resolveAll(host)
              .addListener(
                  (Future<List<InetAddress>> done) -> found.accept(resolution(host, done)));
    } catch (RuntimeException | Error e) {
      found.accept(failed(host, e));
    }
  }

  private Resolution resolution(String host, Future<List<InetAddress>> done) {
    try {
      return done.isSuccess() ? filtered(done.getNow()) : Resolution.failed(fault(done.cause()));
    } catch (RuntimeException | Error e) {
      return failed(host, e);
    }
  }

  private static Resolution failed(String host, Throwable cause) {
    log.warn("cannot look up {}", host, cause);
    return Resolution.failed(Fault.DNS_FAILED);
  }

  private DnsNameResolver open() {
    // Hosts remember their addresses themselves.
    DnsNameResolverBuilder builder =
        new DnsNameResolverBuilder(loops.next())
            .datagramChannelType(NioDatagramChannel.class)
            .socketChannelType(NioSocketChannel.class)
            .queryTimeoutMillis(timeout.toMillis())
            .maxQueriesPerResolve(MOST_QUERIES)
            .resolveCache(NoopDnsCache.INSTANCE)
            .cnameCache(NoopDnsCnameCache.INSTANCE);
    nameServer.ifPresent(
        server -> builder.nameServerProvider(new SingletonDnsServerAddressStreamProvider(server)));
    return builder.build();
  }

  private Resolution filtered(List<InetAddress> all) {
    List<InetAddress> found = all.stream().filter(allowed).toList();
    return found.isEmpty()
        ? Resolution.failed(Fault.BLOCKED_ADDRESS)
        : new Resolution(found, null, found.stream().noneMatch(AddressFilter::isPublic));
  }

  private static Fault fault(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof DnsErrorCauseException answered
          && answered.getCode().equals(DnsResponseCode.NXDOMAIN)) {
        return Fault.DNS_MISSING;
      }
    }
    return Fault.DNS_FAILED;
  }
}
