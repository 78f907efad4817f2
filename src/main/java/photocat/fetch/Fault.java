package photocat.fetch;

/**
 * Why an attempt failed.
 *
 * @param kind what follows from it
 * @param reason one stable word for the catalogue
 */
record Fault(Kind kind, String reason) {
  static final Fault CONNECT_FAILED = new Fault(Kind.TRANSIENT, "connect_failed");
  static final Fault CONNECT_TIMEOUT = new Fault(Kind.TRANSIENT, "connect_timeout");
  static final Fault CONNECTION_LOST = new Fault(Kind.TRANSIENT, "connection_lost");
  static final Fault TRUNCATED = new Fault(Kind.TRANSIENT, "truncated");
  static final Fault WRONG_RANGE = new Fault(Kind.TRANSIENT, "wrong_range");
  static final Fault TIMEOUT_HEADER = new Fault(Kind.TRANSIENT, "timeout_header");
  static final Fault DNS_FAILED = new Fault(Kind.PARKED, "dns_failed");
  static final Fault DNS_MISSING = new Fault(Kind.PARKED, "dns_nx");
  static final Fault HOST_PARKED = new Fault(Kind.PARKED, "host_parked");
  static final Fault QUOTA_SPENT = new Fault(Kind.PARKED, "quota_spent");
  static final Fault NO_CONTACT = new Fault(Kind.PARKED, "no_contact");
  static final Fault STALLED = new Fault(Kind.SLOW, "stalled");
  static final Fault TOO_SLOW = new Fault(Kind.SLOW, "too_slow");
  static final Fault TIMEOUT_TOTAL = new Fault(Kind.SLOW, "timeout_total");
  static final Fault NOT_IMAGE = new Fault(Kind.CONTENT, "not_image");
  static final Fault WRONG_MD5 = new Fault(Kind.CONTENT, "wrong_md5");
  static final Fault ENCODED = new Fault(Kind.CONTENT, "encoded");
  static final Fault TOO_LARGE = new Fault(Kind.FAILED, "too_large");
  static final Fault PROTOCOL = new Fault(Kind.FAILED, "protocol");
  static final Fault TLS_EXPIRED = new Fault(Kind.FAILED, "tls_expired");
  static final Fault TLS_WRONG_HOST = new Fault(Kind.FAILED, "tls_wrong_host");
  static final Fault TLS_UNTRUSTED = new Fault(Kind.FAILED, "tls_untrusted");
  static final Fault TLS_FAILED = new Fault(Kind.FAILED, "tls_failed");
  static final Fault STORE_FAILED = new Fault(Kind.TRANSIENT, "store_failed");
  static final Fault STORE_FULL = new Fault(Kind.TRANSIENT, "store_full");
  static final Fault FOREIGN_FILE = new Fault(Kind.TRANSIENT, "foreign_file");
  static final Fault BAD_NAME = new Fault(Kind.FAILED, "bad_name");
  static final Fault REDIRECT = new Fault(Kind.FAILED, "redirect");
  static final Fault BAD_URL = new Fault(Kind.REFUSED, "bad_url");
  static final Fault BLOCKED_SCHEME = new Fault(Kind.REFUSED, "blocked_scheme");
  static final Fault BLOCKED_ADDRESS = new Fault(Kind.REFUSED, "blocked_address");
  static final Fault BLOCKED_REDIRECT = new Fault(Kind.REFUSED, "blocked_redirect");
  static final Fault BLOCKED_PORT = new Fault(Kind.REFUSED, "blocked_port");
  static final Fault OPTED_OUT = new Fault(Kind.REFUSED, "opted_out");

  /** What follows from a fault: who is to blame, and how the photo ends if it stays. */
  enum Kind {
    /** The network or the server had a bad moment. */
    TRANSIENT(FetchState.RETRY),
    /** The host asks for a pause; not charged to the photo. */
    THROTTLED(FetchState.RETRY),
    /** The host is left alone for this run or for minutes; the photo was not asked for. */
    PARKED(FetchState.RETRY),
    /** The photo holds up a connection. */
    SLOW(FetchState.RETRY),
    /** The bytes are no whole photo, perhaps only this time. */
    CONTENT(FetchState.FAILED),
    GONE(FetchState.GONE),
    REFUSED(FetchState.REFUSED),
    FAILED(FetchState.FAILED);

    private final FetchState end;

    Kind(FetchState end) {
      this.end = end;
    }

    /** Returns the state of a photo that ends with this fault. */
    FetchState end() {
      return end;
    }
  }

  static Fault http(Kind kind, int status) {
    return new Fault(kind, "http_" + status);
  }

  /** The bytes arrived as announced, but are no whole photo. */
  static Fault content(String verdict) {
    return new Fault(Kind.CONTENT, verdict);
  }
}
