package photocat.fetch;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Java's TLS with the certificates that Java trusts, loaded when it is first asked for: that takes
 * a fifth of a second. Netty 4.2 checks the host name against the certificate by default.
 * Thread-safe.
 */
final class DefaultTls implements Supplier<SslContext> {
  private @Nullable SslContext loaded;

  @Override
  public synchronized SslContext get() {
    if (loaded == null) {
      try {
        loaded = SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build();
      } catch (SSLException e) {
        throw new IllegalStateException("Java's own TLS settings do not load", e);
      }
    }
    return loaded;
  }
}
