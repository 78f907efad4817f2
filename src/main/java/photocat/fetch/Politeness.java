package photocat.fetch;

import java.util.regex.Pattern;

/**
 * How strangers' servers are treated.
 *
 * @param userAgent what every request says of its sender, not blank
 * @param contact an e-mail or web address that every request adds, for whoever minds it; empty for
 *     none
 * @param ignoreOptOut whether photos are fetched whose host asks machines to leave them alone
 * @param hosts how many requests each host bears
 * @param times time constants
 */
public record Politeness(
    String userAgent, String contact, boolean ignoreOptOut, HostTable hosts, HostTimes times) {
  /** What holds unless a user says otherwise. */
  public static final Politeness DEFAULTS =
      new Politeness(
          "photocat/0.1 (downloader of openly licensed species photos)",
          "",
          false,
          HostTable.SHIPPED,
          HostTimes.DEFAULTS);

  private static final Pattern CONTACT =
      Pattern.compile("[!-'*-~]+@[!-'*-~]+\\.[!-'*-~]+|https?://[!-'*-~]+");

  public Politeness {
    require(!userAgent.isBlank(), "fetch.user-agent", userAgent, "not blank");
    require(
        userAgent.chars().allMatch(c -> c >= ' ' && c < 127),
        "fetch.user-agent",
        userAgent,
        "printable ASCII");
    require(
        contact.isEmpty() || CONTACT.matcher(contact).matches(),
        "contact",
        contact,
        "an e-mail address or a web address");
  }

  /** Returns the value of the header {@code User-Agent}. */
  String identity() {
    return contact.isEmpty() ? userAgent : userAgent + " (" + contact + ")";
  }

  /** The same with another contact. */
  public Politeness withContact(String another) {
    return new Politeness(userAgent, another, ignoreOptOut, hosts, times);
  }

  /** The same with opt-outs ignored or not. */
  public Politeness withIgnoreOptOut(boolean ignored) {
    return new Politeness(userAgent, contact, ignored, hosts, times);
  }

  private static void require(boolean holds, String key, String value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("%s is %s, must be %s".formatted(key, value, rule));
    }
  }
}
