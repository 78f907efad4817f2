package photocat.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import photocat.http.AddressFilter;

/** Tells before a run which hosts must be told whom to write to. Thread-safe. */
public final class ContactCheck {
  private final FetchSettings settings;

  /** A check of what these settings say. */
  public ContactCheck(FetchSettings settings) {
    this.settings = settings;
  }

  /** Tells whether requests name a contact. */
  public boolean hasContact() {
    return !settings.politeness().contact().isEmpty();
  }

  /**
   * Returns the host of {@code url} if it must know, else empty; may look its name up. An address
   * that is none is nobody's.
   */
  public Optional<String> hostThatMustKnow(String url) {
    try {
      Target target = Target.parse(url);
      HostTable hosts = settings.politeness().hosts();
      boolean isStranger =
          hosts.rule(target.host(), target.path(), false).needsContact()
              && !(isPrivate(target.host())
                  && !hosts.rule(target.host(), target.path(), true).needsContact());
      return isStranger ? Optional.of(target.host()) : Optional.empty();
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  /** An address that is private and not allowed is refused later, for what it is. */
  private boolean isPrivate(String host) {
    boolean isName = !host.contains(":") && !host.matches("[0-9.]+|localhost");
    if (isName && !settings.allowPrivateHosts()) {
      return false;
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).noneMatch(AddressFilter::isPublic);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
