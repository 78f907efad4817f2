package photocat.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/** The authorities whose certificates are trusted: Java's, and those of a file of the user's. */
final class TrustedCertificates {
  private TrustedCertificates() {}

  /**
   * Returns TLS that trusts them.
   *
   * @param pem a file of certificates in PEM, such as a company gives out; empty for none
   * @throws PhotocatException {@link ExitStatus#USAGE} when it cannot be read or holds none
   */
  static SSLContext context(Optional<Path> pem) {
    try {
      if (pem.isEmpty()) {
        return SSLContext.getDefault();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(read(pem.get())), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the settings of TLS do not load", e);
    }
  }

  private static Collection<? extends Certificate> read(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!found.isEmpty()) {
        return found;
      }
      throw unreadable(pem, "it holds none", new CertificateException());
    } catch (CertificateException e) {
      throw unreadable(pem, "it holds something else", e);
    } catch (IOException e) {
      throw unreadable(pem, FailureReason.of(e), e);
    }
  }

  private static PhotocatException unreadable(Path pem, String why, Exception e) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot read the certificates of %s: %s".formatted(pem, why), e)
        .withHint("give a file in PEM, which begins with -----BEGIN CERTIFICATE-----");
  }

  private static TrustManager[] managers(Collection<? extends Certificate> added)
      throws GeneralSecurityException, IOException {
    List<Certificate> all = new ArrayList<>(added);
    for (TrustManager manager : managers((KeyStore) null)) {
      if (manager instanceof X509TrustManager known) {
        Stream.of(known.getAcceptedIssuers()).forEach((X509Certificate each) -> all.add(each));
      }
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < all.size(); i++) {
      store.setCertificateEntry(Integer.toString(i), all.get(i));
    }
    return managers(store);
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
