package photocat.job;

import java.nio.file.Path;
import java.util.Optional;
import photocat.fetch.FetchSettings;

/**
 * How a manifest is downloaded.
 *
 * @param settings what the user has set
 * @param manifest its name
 * @param root folder for the files; empty for that of the last run, or {@code defaultRoot}
 * @param defaultRoot folder for the first run
 * @param photoBaseUrl address that takes the place of scheme and host; empty to ask where the
 *     manifest says
 * @param servers how hard servers are asked
 * @param retryRefused whether photos that were gone, refused or failed are tried again
 */
public record DownloadOptions(
    JobSettings settings,
    String manifest,
    Optional<Path> root,
    Path defaultRoot,
    Optional<String> photoBaseUrl,
    ServerWishes servers,
    boolean retryRefused) {

  FetchSettings fetchSettings() {
    return servers.over(settings.fetch());
  }
}
