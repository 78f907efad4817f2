package photocat.job;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import photocat.fetch.FetchSettings;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/**
 * How a manifest is downloaded.
 *
 * @param settings what the user has set
 * @param manifest its name
 * @param root where the files go
 * @param defaultRoot folder for the first run
 * @param photoBaseUrl address that takes the place of scheme and host; empty to ask where the
 *     manifest says
 * @param connections photos in flight at a time, 1 to 512; empty for the setting
 * @param allowPrivateHosts whether loopback, private and link-local addresses may be asked, even if
 *     the setting says no
 * @param retryRefused whether photos that were gone, refused or failed are tried again
 */
public record DownloadOptions(
    JobSettings settings,
    String manifest,
    RootChoice root,
    Path defaultRoot,
    Optional<String> photoBaseUrl,
    OptionalInt connections,
    boolean allowPrivateHosts,
    boolean retryRefused) {

  FetchSettings fetchSettings() {
    FetchSettings fetch = settings.fetch();
    FetchSettings allowed =
        fetch.withAllowPrivateHosts(allowPrivateHosts || fetch.allowPrivateHosts());
    try {
      return allowed.withConnections(connections.orElse(allowed.connections()));
    } catch (IllegalArgumentException e) {
      throw PhotocatException.of(
          Kind.USAGE, "--connections is %d, must be 1 to 512".formatted(connections.orElse(0)), e);
    }
  }
}
