package photocat.model;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;

/** Why the certificate of a server was not trusted: each has another remedy. */
public enum CertificateProblem {
  EXPIRED(
      "the server's certificate has expired, or is not valid yet",
      "check the clock of this computer; if it is right, tell those who run the server"),
  WRONG_HOST(
      "the server's certificate is for another name",
      "correct the address; if it is right, tell those who run the server"),
  UNTRUSTED(
      "the server's certificate is signed by nobody whom Java knows",
      "if the authority is your own, name it to Java in PHOTOCAT_JAVA_OPTIONS;"
          + " docs/how-to/resume-and-repair.md says how");

  private final String reason;
  private final String remedy;

  CertificateProblem(String reason, String remedy) {
    this.reason = reason;
    this.remedy = remedy;
  }

  /** Returns what a handshake that ended with {@code failure} found, empty for anything else. */
  public static Optional<CertificateProblem> of(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof CertificateExpiredException
          || each instanceof CertificateNotYetValidException) {
        return Optional.of(EXPIRED);
      }
      if (each instanceof CertPathBuilderException) {
        return Optional.of(UNTRUSTED);
      }
      // Java's own check of the name throws this very class, and nothing else in a handshake does.
      if (each.getClass() == CertificateException.class && each.getCause() == null) {
        return Optional.of(WRONG_HOST);
      }
    }
    return Optional.empty();
  }

  /** Returns what was found, in words. */
  public String reason() {
    return reason;
  }

  /** Returns one next step. */
  public String remedy() {
    return remedy;
  }
}
