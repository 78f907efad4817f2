package photocat.fetch;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One event loop with its own connections and exchanges, which no other thread touches. All methods
 * but {@link #send} and {@link #dropAll} run on the loop.
 */
final class LoopClient {
  private static final int HEADER_LINE_BYTES = 8192;
  private static final int HEADER_BYTES = 64 * 1024;
  private static final int PIECE_BYTES = 256 * 1024;

  /** What one piece may become: a photo hardly shrinks, so this is a bomb. */
  private static final int LARGEST_INFLATED_BYTES = 4 * PIECE_BYTES;

  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final Supplier<SslContext> tls;
  private final FetchSettings settings;
  private final Bugs bugs;
  private final IdleConnections idle = new IdleConnections();
  private final Map<Exchange, Connection> running = new HashMap<>();
  private final Set<Exchange> connecting = new HashSet<>();
  private boolean stopped;

  LoopClient(
      EventLoop loop,
      Bootstrap bootstrap,
      Supplier<SslContext> tls,
      FetchSettings settings,
      Bugs bugs) {
    this.loop = loop;
    this.bugs = bugs;
    this.bootstrap = bootstrap.clone().group(loop);
    this.tls = tls;
    this.settings = settings;
    long tick = tickMillis(settings);
    Future<?> unused =
        loop.scheduleAtFixedRate(bugs.guarded(this::watch), tick, tick, TimeUnit.MILLISECONDS);
  }

  /** Any thread: starts {@code exchange}. */
  void send(Exchange exchange) {
    loop.execute(bugs.guarded(() -> start(exchange)));
  }

  /** Any thread: ends all exchanges as dropped and starts no more. */
  void dropAll() {
    loop.execute(bugs.guarded(this::stop));
  }

  /** Opens a connection for {@code exchange} and runs it there. */
  void connect(Exchange exchange) {
    Target target = exchange.attempt().target();
    running.remove(exchange);
    connecting.add(exchange);
    ChannelInitializer<Channel> initializer =
        new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            equip(channel, target);
          }
        };
    ChannelFuture unused =
        bootstrap
            .clone()
            .handler(initializer)
            .connect(exchange.attempt().address())
            .addListener(
                (ChannelFuture connected) ->
                    bugs.guarded(() -> connected(connected, exchange)).run());
  }

  /** The exchange is over; its connection is kept or closes. */
  void ended(Exchange exchange) {
    running.remove(exchange);
  }

  /** The connection can carry another exchange. */
  void keep(Connection connection) {
    if (stopped) {
      connection.close();
    } else {
      idle.add(connection);
    }
  }

  void closed(Connection connection) {
    idle.remove(connection);
  }

  private void start(Exchange exchange) {
    Connection kept = idle.take(exchange.attempt().target().origin());
    if (stopped) {
      exchange.drop();
    } else if (kept == null) {
      connect(exchange);
    } else {
      run(exchange, kept);
    }
  }

  private void run(Exchange exchange, Connection connection) {
    running.put(exchange, connection);
    connection.run(exchange);
  }

  private void connected(ChannelFuture future, Exchange exchange) {
    if (!connecting.remove(exchange)) {
      ChannelFuture unused = future.channel().close();
    } else if (future.isSuccess() && future.channel().isActive()) {
      run(exchange, future.channel().pipeline().get(Connection.class));
    } else {
      boolean late = future.cause() instanceof ConnectTimeoutException;
      exchange.fail(late ? Fault.CONNECT_TIMEOUT : Fault.CONNECT_FAILED);
    }
  }

  private void equip(Channel channel, Target target) {
    if (target.tls()) {
      // Host name and port: for SNI and for checking the certificate.
      SslHandler handler = tls.get().newHandler(channel.alloc(), target.host(), target.port());
      handler.setHandshakeTimeoutMillis(settings.connectTimeout().toMillis());
      channel.pipeline().addLast(handler);
    }
    HttpDecoderConfig limits =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(HEADER_LINE_BYTES)
            .setMaxHeaderSize(HEADER_BYTES)
            .setMaxChunkSize(PIECE_BYTES);
    channel
        .pipeline()
        .addLast(new HttpClientCodec(limits, false, false))
        .addLast(new HttpContentDecompressor(LARGEST_INFLATED_BYTES))
        .addLast(new Connection(this, channel, target.origin(), settings.politeness().identity()));
  }

  /** Gives up exchanges that are overdue and connections that nobody used. */
  private void watch() {
    long now = System.nanoTime();
    for (Map.Entry<Exchange, Connection> each : Map.copyOf(running).entrySet()) {
      Optional<Fault> fault = each.getKey().clock().overdue(now);
      if (fault.isPresent()) {
        each.getKey().fail(fault.get());
        each.getValue().close();
      } else {
        each.getKey().watchLag(now);
      }
    }
    idle.closeOld();
  }

  private void stop() {
    stopped = true;
    connecting.forEach(Exchange::drop);
    connecting.clear();
    for (Map.Entry<Exchange, Connection> each : Map.copyOf(running).entrySet()) {
      each.getKey().drop();
      each.getValue().close();
    }
    idle.closeAll();
  }

  /** Often enough that no limit is overrun by much. */
  private static long tickMillis(FetchSettings settings) {
    long shortest =
        Math.min(settings.headerTimeout().toMillis(), settings.idleTimeout().toMillis());
    return Math.max(5, Math.min(100, shortest / 8));
  }
}
