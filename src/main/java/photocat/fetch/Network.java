package photocat.fetch;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The event loops of a run: epoll where it is there, else the JDK's selector. */
final class Network implements AutoCloseable {
  private static final int LARGEST_READ_BYTES = 256 * 1024;
  private static final int PAGE_BYTES = 8 * 1024;

  /** Pages doubled so many times make a chunk, here of 16 MiB. */
  private static final int CHUNK_ORDER = 11;

  private final MultiThreadIoEventLoopGroup loops;
  private final List<LoopClient> clients = new ArrayList<>();
  private int next;

  Network(int loopCount, Supplier<SslContext> tls, FetchSettings settings, Bugs bugs) {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory factory = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    Class<? extends SocketChannel> channel =
        epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    this.loops =
        new MultiThreadIoEventLoopGroup(
            loopCount, new DefaultThreadFactory("photocat-loop"), factory);
    Bootstrap bootstrap =
        new Bootstrap()
            .channel(channel)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.ALLOCATOR, buffers(loopCount))
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectTimeout().toMillis())
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(2048, 16 * 1024, LARGEST_READ_BYTES));
    for (int i = 0; i < loopCount; i++) {
      EventLoop loop = loops.next();
      clients.add(new LoopClient(loop, bootstrap, tls, settings, bugs));
    }
  }

  /**
   * A pool of large chunks: with Netty's usual allocator, or chunks of its usual size, the memory
   * of such large reads is allocated again all the time, and Java fills it with zeros each time.
   */
  private static ByteBufAllocator buffers(int loopCount) {
    return new PooledByteBufAllocator(
        true,
        0,
        loopCount,
        PAGE_BYTES,
        CHUNK_ORDER,
        PooledByteBufAllocator.defaultSmallCacheSize(),
        PooledByteBufAllocator.defaultNormalCacheSize(),
        false);
  }

  /** Starts {@code exchange} on the loop whose turn it is; called by one thread. */
  void send(Exchange exchange) {
    next = (next + 1) % clients.size();
    clients.get(next).send(exchange);
  }

  /** Ends all exchanges as dropped and starts no more. */
  void dropAll() {
    clients.forEach(LoopClient::dropAll);
  }

  @Override
  public void close() {
    dropAll();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
