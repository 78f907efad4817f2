import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A photo server on loopback with the network's and other people's faults.
 *
 * <pre>OddServer DIR PORT [delay=MILLIS] [faults=PER_THOUSAND] [slow=PER_THOUSAND] [bytes=MOST] [hosts=N]</pre>
 *
 * Serves {@code /photos/ID/SIZE.jpg} from the files of DIR/tree, like {@code nginx.conf}. {@code delay}: before every
 * answer, as far hosts have it. {@code faults}: that many photos of a thousand go wrong at the first try, in five ways.
 * {@code slow}: that many of a thousand trickle for ever. {@code bytes}: photos larger than this are left out. {@code hosts}:
 * listens on 127.0.0.1 to 127.0.0.N (1).
 */
final class OddServer extends SimpleChannelInboundHandler<HttpRequest> {
  private static List<ByteBuf> photos;
  private static long delay;
  private static long faults;
  private static long slow;
  private static final Set<String> seen = ConcurrentHashMap.newKeySet();

  public static void main(String[] arguments) throws Exception {
    long most = Long.MAX_VALUE;
    long hosts = 1;
    for (String each : List.of(arguments).subList(2, arguments.length)) {
      long value = Long.parseLong(each.substring(each.indexOf('=') + 1));
      switch (each.substring(0, each.indexOf('='))) {
        case "delay" -> delay = value;
        case "faults" -> faults = value;
        case "slow" -> slow = value;
        case "bytes" -> most = value;
        case "hosts" -> hosts = value;
        default -> throw new IllegalArgumentException(each);
      }
    }
    photos = load(Path.of(arguments[0], "tree"), most);
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    ServerBootstrap server = new ServerBootstrap()
        .group(loops)
        .channel(EpollServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 4096)
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpRequestDecoder(), new HttpResponseEncoder(), new OddServer());
              }
            });
    for (int host = 1; host <= hosts; host++) {
      server.bind("127.0.0." + host, Integer.parseInt(arguments[1])).sync();
    }
  }

  private static List<ByteBuf> load(Path tree, long most) throws IOException {
    List<ByteBuf> loaded = new ArrayList<>();
    try (Stream<Path> files = Files.list(tree)) {
      for (Path file : files.sorted().toList()) {
        if (Files.size(file) <= most) {
          byte[] bytes = Files.readAllBytes(file);
          loaded.add(Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes)));
        }
      }
    }
    return loaded;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
    if (delay == 0) {
      answer(context, request.uri());
    } else {
      context.executor().schedule(() -> answer(context, request.uri()), delay, TimeUnit.MILLISECONDS);
    }
  }

  private static void answer(ChannelHandlerContext context, String path) {
    int id = Math.abs(path.split("/", -1)[2].hashCode());
    ByteBuf photo = photos.get(id % photos.size()).duplicate();
    int dice = Math.floorMod(id * 0x9E3779B9, 1000);
    if (dice < slow) {
      context.write(head(200, photo.readableBytes()));
      trickle(context, photo);
    } else if (dice < slow + faults && seen.add(path)) {
      fault(context, photo, dice % 5);
    } else {
      context.write(head(200, photo.readableBytes()));
      context.writeAndFlush(new DefaultLastHttpContent(photo));
    }
  }

  private static void fault(ChannelHandlerContext context, ByteBuf photo, int kind) {
    switch (kind) {
      case 0 -> context.writeAndFlush(full(500, Unpooled.EMPTY_BUFFER));
      case 1 -> context.writeAndFlush(full(200, Unpooled.EMPTY_BUFFER));
      case 2 -> context.writeAndFlush(full(200, Unpooled.wrappedBuffer("<html>busy</html>".repeat(20).getBytes())));
      case 3 -> {
        context.write(head(200, photo.readableBytes()));
        context.writeAndFlush(new DefaultHttpContent(photo.readSlice(photo.readableBytes() / 2)));
        context.close();
      }
      default -> {
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.close();
      }
    }
  }

  private static void trickle(ChannelHandlerContext context, ByteBuf photo) {
    if (context.channel().isActive() && photo.isReadable()) {
      context.writeAndFlush(new DefaultHttpContent(photo.readSlice(1)));
      context.executor().schedule(() -> trickle(context, photo), 1, TimeUnit.SECONDS);
    }
  }

  private static HttpResponse head(int status, int length) {
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    head.headers().set(HttpHeaderNames.CONTENT_LENGTH, length).set(HttpHeaderNames.CONTENT_TYPE, "image/jpeg");
    return head;
  }

  private static HttpResponse full(int status, ByteBuf body) {
    DefaultFullHttpResponse full =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
    full.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    return full;
  }
}
