package photocat.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * Keeps addresses that no user has typed from leading into this machine and its network. Where a
 * proxy asks, only it knows what a name leads to: then hosts that are written as numbers are looked
 * at, and names left to it.
 */
final class HostGuard {
  private final HttpSettings settings;

  HostGuard(HttpSettings settings) {
    this.settings = settings;
  }

  /**
   * Fails when {@code address}, to which {@code from} leads, is no web address, or neither on the
   * open internet nor on the host that the user has named.
   *
   * @throws IOException when its host is not known
   */
  void check(URI from, URI address) throws IOException {
    String host = address.getHost();
    String scheme = address.getScheme();
    if (host == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
      throw refused(from, address, "which is no web address");
    }
    boolean isLiteral = host.startsWith("[") || host.matches("[0-9.]+");
    if (host.equalsIgnoreCase(from.getHost())) {
      return;
    }
    if (settings.allowPrivateHosts()
        || (!isLiteral && settings.network().proxies().stepIn(address))) {
      return;
    }
    if (!Arrays.stream(InetAddress.getAllByName(host)).allMatch(AddressFilter::isPublic)) {
      throw refused(from, address, "which is not on the open internet");
    }
  }

  private static PhotocatException refused(URI from, URI address, String why) {
    return PhotocatException.of(
            ExitStatus.FAILED,
            "cannot ask %s: it leads to %s, %s"
                .formatted(from.getAuthority(), OneLine.of(address.toString()), why))
        .withHint("if it is a server of your own: --set fetch.allow-private-hosts=true");
  }
}
