package photocat.fetch;

import java.util.Optional;

/** Decides from an answer's header whether its body is worth reading. */
final class ResponsePolicy {
  private ResponsePolicy() {}

  /** Returns what is wrong with the answer, or empty if its body should be a photo. */
  static Optional<Fault> fault(ResponseHead head, Optional<Resume> resume, FetchSettings settings) {
    boolean hasBody = head.status() == 200 || head.status() == 206;
    if (hasBody && head.optedOut() && !settings.politeness().ignoreOptOut()) {
      return Optional.of(Fault.OPTED_OUT);
    }
    if (resume.isPresent() && (head.status() == 206 || head.status() == 416)) {
      return resume.filter(rest -> rest.isAnsweredBy(head)).isPresent()
          ? Optional.empty()
          : Optional.of(Fault.WRONG_RANGE);
    }
    if (head.status() != 200) {
      return Optional.of(Fault.http(kind(head.status()), head.status()));
    }
    if (head.contentLength().orElse(0) > settings.maxPhotoBytes()) {
      return Optional.of(Fault.TOO_LARGE);
    }
    // Gzip and deflate are undone before; what else a server does unasked leaves no photo.
    if (head.contentEncoding().filter(coding -> !coding.equalsIgnoreCase("identity")).isPresent()) {
      return Optional.of(Fault.ENCODED);
    }
    return Optional.empty();
  }

  private static Fault.Kind kind(int status) {
    return switch (status) {
      case 404, 410, 451 -> Fault.Kind.GONE;
      // S3 answers 403 for a missing key where listing is not allowed: the reason http_403 tells.
      case 401, 403 -> Fault.Kind.REFUSED;
      case 429, 503 -> Fault.Kind.THROTTLED;
      case 408, 425 -> Fault.Kind.TRANSIENT;
      case 501, 505 -> Fault.Kind.FAILED;
      default -> status >= 500 ? Fault.Kind.TRANSIENT : Fault.Kind.FAILED;
    };
  }
}
