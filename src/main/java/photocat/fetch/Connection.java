package photocat.fetch;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an origin, with one exchange at a time: passes what the decoder reads to the
 * exchange and decides whether the connection can carry another. Belongs to one event loop.
 */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
  private final LoopClient client;
  private final Channel channel;
  private final Target.Origin origin;
  private final String userAgent;
  private @Nullable Exchange exchange;
  private boolean interim;
  private boolean keepAlive;
  private boolean complete;
  private int served;
  private long idleSince;

  Connection(LoopClient client, Channel channel, Target.Origin origin, String userAgent) {
    this.client = client;
    this.channel = channel;
    this.origin = origin;
    this.userAgent = userAgent;
  }

  Target.Origin origin() {
    return origin;
  }

  boolean isUsable(long now, long longestIdleNanos) {
    return channel.isActive() && now - idleSince < longestIdleNanos;
  }

  void run(Exchange next) {
    exchange = next;
    keepAlive = false;
    complete = false;
    served++;
    next.sent();
    // A request that cannot be written fails its exchange when the connection closes.
    ChannelFuture unused = channel.writeAndFlush(request(next.attempt()), channel.voidPromise());
  }

  void close() {
    ChannelFuture unused = channel.close();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
    Exchange current = exchange;
    if (current == null) {
      // Bytes that nobody asked for: whatever follows on this connection cannot be trusted.
      close();
      return;
    }
    if (message.decoderResult().isFailure()) {
      if (isStale(current)) {
        exchange = null;
        client.connect(current);
        close();
        return;
      }
      current.fail(Fault.PROTOCOL);
    } else if (message instanceof HttpResponse response) {
      head(current, response);
    }
    if (message instanceof HttpContent content && !interim && !current.isEnded()) {
      body(current, content);
    }
    if (current.isEnded() && !complete) {
      exchange = null;
      client.ended(current);
      close();
    }
    interim &= !(message instanceof LastHttpContent);
  }

  private void head(Exchange current, HttpResponse response) {
    interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (!interim) {
      keepAlive = HttpUtil.isKeepAlive(response);
      current.head(headOf(response));
    }
  }

  private void body(Exchange current, HttpContent content) {
    if (content.content().isReadable()) {
      current.body(content.content().retain());
      if (!current.isEnded() && current.sink().isFull()) {
        pause(current);
      }
    }
    if (content instanceof LastHttpContent && !current.isEnded()) {
      complete = true;
      exchange = null;
      current.end();
      client.ended(current);
    }
  }

  /** Only here is it known that the answer was not followed by bytes too many. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (complete) {
      complete = false;
      if (keepAlive && channel.isActive()) {
        channel.config().setAutoRead(true);
        idleSince = System.nanoTime();
        client.keep(this);
      } else {
        close();
      }
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    client.closed(this);
    Exchange current = exchange;
    if (current != null) {
      exchange = null;
      if (isStale(current)) {
        client.connect(current);
      } else {
        current.lost();
        client.ended(current);
      }
    }
  }

  /**
   * Tells, once an exchange, whether what came is the fault of what the connection carried before.
   */
  private boolean isStale(Exchange current) {
    return served > 1 && current.restart();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake
        && handshake.cause() instanceof SSLException
        && exchange != null) {
      boolean late = handshake.cause() instanceof SslHandshakeTimeoutException;
      exchange.fail(late ? Fault.CONNECT_TIMEOUT : TlsFault.of(handshake.cause()));
    }
    context.fireUserEventTriggered(event);
  }

  /** Else a lost connection, which {@link #channelInactive} tells. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Exchange current = exchange;
    if (cause instanceof DecompressionException && current != null) {
      current.fail(Fault.ENCODED);
    }
    close();
  }

  private void pause(Exchange current) {
    channel.config().setAutoRead(false);
    current.clock().paused(System.nanoTime());
    current.sink().whenDrained(() -> channel.eventLoop().execute(() -> resume(current)));
  }

  private void resume(Exchange current) {
    if (exchange == current) {
      current.clock().resumed(System.nanoTime());
      channel.config().setAutoRead(true);
    }
  }

  private HttpRequest request(Attempt attempt) {
    Target target = attempt.target();
    HttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target.path());
    request
        .headers()
        .set(HttpHeaderNames.HOST, target.authority())
        .set(HttpHeaderNames.USER_AGENT, userAgent)
        .set(HttpHeaderNames.ACCEPT, "image/*,*/*;q=0.5")
        .set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
    attempt
        .resume()
        .ifPresent(
            rest ->
                request
                    .headers()
                    .set(HttpHeaderNames.RANGE, rest.range())
                    .set(HttpHeaderNames.IF_RANGE, rest.etag()));
    return request;
  }

  private static ResponseHead headOf(HttpResponse response) {
    HttpHeaders headers = response.headers();
    long length = HttpUtil.getContentLength(response, -1L);
    return new ResponseHead(
        response.status().code(),
        length < 0 || HttpUtil.isTransferEncodingChunked(response)
            ? OptionalLong.empty()
            : OptionalLong.of(length),
        Optional.ofNullable(headers.get(HttpHeaderNames.CONTENT_ENCODING)),
        Optional.ofNullable(headers.get(HttpHeaderNames.LOCATION)),
        Optional.ofNullable(headers.get(HttpHeaderNames.RETRY_AFTER)),
        Optional.ofNullable(headers.get(HttpHeaderNames.ETAG)),
        headers.contains(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES, true),
        Optional.ofNullable(headers.get(HttpHeaderNames.CONTENT_RANGE)),
        OptOut.isIn(
            headers.getAll("x-robots-tag"), Optional.ofNullable(headers.get("tdm-reservation"))));
  }
}
