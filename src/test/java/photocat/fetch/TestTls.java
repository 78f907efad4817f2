package photocat.fetch;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server certificate for {@code localhost} and {@code api.example} that the JDK's keytool makes,
 * and who trusts it.
 *
 * @param trusting for Netty
 * @param client for the clients of the JDK
 */
public record TestTls(ServerSocketFactory server, SslContext trusting, SSLContext client) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** A certificate that signs itself. */
  public static TestTls create(Path folder) throws IOException, InterruptedException {
    return create(folder, List.of());
  }

  /** One that an authority has signed, for two days that are over. */
  public static TestTls createExpired(Path folder) throws IOException, InterruptedException {
    keytool(folder, "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
    return create(folder, List.of("-signer", "authority", "-startdate", "-3d", "-validity", "2"));
  }

  /** Writes the certificate that was made in {@code folder} as companies give theirs out. */
  public static Path pem(Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      String text =
          Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded());
      return Files.writeString(
          folder.resolve("company.pem"),
          "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(text));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static TestTls create(Path folder, List<String> more)
      throws IOException, InterruptedException {
    List<String> server =
        List.of(
            "-alias",
            "server",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,dns:api.example");
    Path file =
        keytool(folder, Stream.concat(server.stream(), more.stream()).toArray(String[]::new));
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      // Else the server could show the authority's own certificate.
      keys.deleteEntry("authority");
      return of(keys);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Adds a key pair with a certificate to the store in {@code folder}. */
  private static Path keytool(Path folder, String... pair)
      throws IOException, InterruptedException {
    Path file = folder.resolve("server.p12");
    Path log = folder.resolve("keytool.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(PASSWORD), "-keystore", file.toString()));
    command.addAll(List.of(pair));
    Process keytool =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool: " + Files.readString(log));
    }
    return file;
  }

  private static TestTls of(KeyStore keys) throws GeneralSecurityException, IOException {
    KeyManagerFactory identity = KeyManagerFactory.getInstance("PKIX");
    identity.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(identity.getKeyManagers(), null, null);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    Certificate[] chain = keys.getCertificateChain("server");
    trusted.setCertificateEntry("root", chain[chain.length - 1]);
    trust.init(trusted);
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, trust.getTrustManagers(), null);
    return new TestTls(
        context.getServerSocketFactory(),
        SslContextBuilder.forClient()
            .sslProvider(DefaultTls.provider())
            .trustManager(trust)
            .build(),
        client);
  }
}
