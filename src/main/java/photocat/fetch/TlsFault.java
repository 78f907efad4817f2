package photocat.fetch;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

/** Says in one word why a server was not trusted: each has another remedy. */
final class TlsFault {
  private TlsFault() {}

  /** Returns the fault that a handshake ended with which {@code failure} tells of. */
  static Fault of(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof CertificateExpiredException
          || each instanceof CertificateNotYetValidException) {
        return Fault.TLS_EXPIRED;
      }
      if (each instanceof CertPathBuilderException) {
        return Fault.TLS_UNTRUSTED;
      }
      // Java's own check of the name throws this very class, and nothing else in a handshake does.
      if (each.getClass() == CertificateException.class && each.getCause() == null) {
        return Fault.TLS_WRONG_HOST;
      }
    }
    return Fault.TLS_FAILED;
  }
}
