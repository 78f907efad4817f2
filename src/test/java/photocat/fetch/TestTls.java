package photocat.fetch;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server certificate for {@code localhost} that the JDK's keytool makes, and who trusts it. */
record TestTls(ServerSocketFactory server, SslContext trusting) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  static TestTls create(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool: " + Files.readString(folder.resolve("keytool.log")));
    }
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      return of(keys);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static TestTls of(KeyStore keys) throws GeneralSecurityException, IOException {
    KeyManagerFactory identity = KeyManagerFactory.getInstance("PKIX");
    identity.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(identity.getKeyManagers(), null, null);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    trust.init(trusted);
    return new TestTls(
        context.getServerSocketFactory(),
        SslContextBuilder.forClient()
            .sslProvider(DefaultTls.provider())
            .trustManager(trust)
            .build());
  }
}
