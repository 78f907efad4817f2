package photocat.job;

import org.jspecify.annotations.Nullable;
import photocat.fetch.FetchSettings;
import photocat.fetch.Politeness;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.model.Speed;

/**
 * How hard servers are asked in one download, where that differs from the settings.
 *
 * @param maxConnections photos in flight at a time; null for the setting
 * @param perHost of these to one host; null for the setting
 * @param maxSpeed bytes a second as people write them; null for the setting
 * @param contact address that requests name; null for the setting
 * @param allowPrivateHosts whether loopback, private and link-local addresses may be asked, even if
 *     the setting says no
 * @param ignoreOptOut whether photos are fetched whose host asks machines to leave them alone, even
 *     if the setting says no
 */
public record ServerWishes(
    @Nullable Integer maxConnections,
    @Nullable Integer perHost,
    @Nullable String maxSpeed,
    @Nullable String contact,
    boolean allowPrivateHosts,
    boolean ignoreOptOut) {
  /** Everything as the settings say. */
  public static final ServerWishes NONE = new ServerWishes(null, null, null, null, false, false);

  /** Returns what is set, with these wishes instead where there are some. */
  FetchSettings over(FetchSettings set) {
    Politeness polite = set.politeness();
    try {
      return set.withLimits(
              maxConnections == null ? set.connections() : maxConnections,
              perHost == null ? set.connectionsPerHost() : perHost,
              maxSpeed == null ? set.bytesPerSecond() : bytesPerSecond(maxSpeed))
          .withAllowPrivateHosts(allowPrivateHosts || set.allowPrivateHosts())
          .withPoliteness(
              polite
                  .withContact(contact == null ? polite.contact() : contact)
                  .withIgnoreOptOut(ignoreOptOut || polite.ignoreOptOut()));
    } catch (IllegalArgumentException e) {
      // The message begins with the setting's key, which is the option's name too.
      String rule = String.valueOf(e.getMessage()).replaceFirst("^(fetch\\.)?", "--");
      throw PhotocatException.of(Kind.USAGE, rule, e);
    }
  }

  /**
   * Returns what {@code text} says.
   *
   * @throws IllegalArgumentException naming the setting and what it takes
   */
  static long bytesPerSecond(String text) {
    try {
      return Speed.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("max-speed is " + e.getMessage(), e);
    }
  }
}
