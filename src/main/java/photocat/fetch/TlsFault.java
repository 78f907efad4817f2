package photocat.fetch;

import photocat.model.CertificateProblem;

/** Says in one word why a server was not trusted. */
final class TlsFault {
  private TlsFault() {}

  /** Returns the fault that a handshake ended with which {@code failure} tells of. */
  static Fault of(Throwable failure) {
    return CertificateProblem.of(failure).map(TlsFault::of).orElse(Fault.TLS_FAILED);
  }

  private static Fault of(CertificateProblem distrust) {
    return switch (distrust) {
      case EXPIRED -> Fault.TLS_EXPIRED;
      case WRONG_HOST -> Fault.TLS_WRONG_HOST;
      case UNTRUSTED -> Fault.TLS_UNTRUSTED;
    };
  }
}
