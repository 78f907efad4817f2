package photocat.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * The proxies that a user names as curl does: {@code http_proxy}, {@code https_proxy}, {@code
 * all_proxy} and {@code no_proxy}, in small letters before capital ones. This machine itself is
 * never asked through one. Immutable.
 */
public final class Proxies extends ProxySelector {
  /** No proxy for anybody. */
  public static final Proxies NONE = new Proxies(Map.of(), List.of());

  private static final int USUAL_PORT = 1080;

  private final Map<String, Named> servers;
  private final List<String> without;

  private record Named(String variable, String text) {}

  private record Server(InetSocketAddress address, Optional<Credentials> credentials) {}

  private Proxies(Map<String, Named> servers, List<String> without) {
    this.servers = servers;
    this.without = without;
  }

  /** Returns what {@code environment} says; whether that can be is seen when it is needed. */
  public static Proxies of(Map<String, String> environment) {
    Map<String, Named> servers = new HashMap<>();
    for (String scheme : List.of("http", "https")) {
      Stream.of(scheme + "_proxy", "all_proxy")
          .flatMap(name -> value(environment, name).map(text -> new Named(name, text)).stream())
          .findFirst()
          .ifPresent(named -> servers.put(scheme, named));
    }
    String without = value(environment, "no_proxy").orElse("").toLowerCase(Locale.ROOT);
    return new Proxies(servers, List.of(without.strip().split("[,\\s]+")));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(each -> Optional.ofNullable(environment.get(each)).stream())
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /**
   * Reads it.
   *
   * @throws PhotocatException {@link ExitStatus#USAGE} for what is no address, or none of HTTP
   */
  private static Server server(Named named) {
    String text = named.text();
    String address = text.strip().contains("://") ? text.strip() : "http://" + text.strip();
    try {
      URI uri = new URI(address);
      if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new Server(
            InetSocketAddress.createUnresolved(bare(uri.getHost()), port),
            Optional.ofNullable(uri.getRawUserInfo()).map(Proxies::credentials));
      }
    } catch (URISyntaxException e) {
      // Refused below, in the same words.
    }
    String shown = OneLine.of(address.replaceFirst("//[^/@]*@", "//"));
    throw PhotocatException.of(
            ExitStatus.USAGE, "cannot use the proxy %s of %s".formatted(shown, named.variable()))
        .withHint("a proxy is http://host:port or http://user:password@host:port");
  }

  private static Credentials credentials(String userInfo) {
    String[] both = userInfo.split(":", 2);
    return new Credentials(decoded(both[0]), both.length < 2 ? "" : decoded(both[1]));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Returns the proxy for {@code uri}, or none; where no user has named any, Java's own choice. */
  @Override
  public List<Proxy> select(URI uri) {
    ProxySelector ofJava = ProxySelector.getDefault();
    if (servers.isEmpty() && ofJava != null) {
      return ofJava.select(uri);
    }
    return List.of(
        server(uri)
            .map(server -> new Proxy(Proxy.Type.HTTP, server.address()))
            .orElse(Proxy.NO_PROXY));
  }

  /** Tells whether a proxy asks for {@code uri}, and looks its host up itself. */
  boolean stepIn(URI uri) {
    return server(uri).isPresent();
  }

  /** Returns what the proxy for {@code uri} wants to know. */
  Optional<Credentials> credentials(URI uri) {
    return server(uri).flatMap(Server::credentials);
  }

  private Optional<Server> server(URI uri) {
    String host = uri.getHost() == null ? "" : bare(uri.getHost()).toLowerCase(Locale.ROOT);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return isThisMachine(host) || isWithout(host, uri.getPort())
        ? Optional.empty()
        : Optional.ofNullable(servers.get(scheme)).map(Proxies::server);
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d+){3}");
  }

  /** An entry stands for its host and all below it, with a port for that port only. */
  private boolean isWithout(String host, int port) {
    String withPort = host + ":" + port;
    return without.stream()
        .map(entry -> bare(entry.replaceFirst("^\\*?\\.", "")))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || isBelow(host, entry) || isBelow(withPort, entry));
  }

  private static boolean isBelow(String host, String entry) {
    return host.equals(entry) || host.endsWith("." + entry);
  }

  /** There is no other to take. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
