package photocat.fetch;

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
  public static final Politeness DEFAULTS = FetchSettings.DEFAULTS.politeness();

  public Politeness {
    FetchSettings.USER_AGENT.required(userAgent);
    FetchSettings.CONTACT.required(contact);
  }

  /** Returns the value of the header {@code User-Agent}. */
  public String identity() {
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
}
