package photocat.fetch;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the certificates that Java trusts: BoringSSL's where there is one for this platform,
 * which takes half the processor time of Java's own. Loaded when it is first asked for: that takes
 * a fifth of a second. Netty 4.2 checks the host name against the certificate by default.
 * Thread-safe.
 */
final class DefaultTls implements Supplier<SslContext> {
  private @Nullable SslContext loaded;

  @Override
  public synchronized SslContext get() {
    if (loaded == null) {
      try {
        loaded = SslContextBuilder.forClient().sslProvider(provider()).build();
      } catch (SSLException e) {
        throw new IllegalStateException("the settings of TLS do not load", e);
      }
    }
    return loaded;
  }

  /** Returns the fastest there is. */
  static SslProvider provider() {
    return OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
  }
}
