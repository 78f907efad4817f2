package photocat.job.download;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.fetch.FetchSettings;
import photocat.job.JobSettings;
import photocat.model.setting.Chosen;
import photocat.store.PhotoRoot;
import photocat.store.RunParts;
import photocat.store.StoreAddress;

/**
 * How a manifest is downloaded.
 *
 * @param settings what the user has set
 * @param manifest its name
 * @param root where the files go
 * @param defaultRoot folder for the first run
 * @param photoBaseUrl address that takes the place of scheme and host; empty to ask where the
 *     manifest says
 * @param servers how hard servers are asked, where that differs from the settings
 * @param retryRefused whether photos that were gone, refused or failed are tried again
 * @param replaceForeign whether photos take the place of what somebody else has put there
 */
public record DownloadOptions(
    JobSettings settings,
    String manifest,
    RootChoice root,
    Path defaultRoot,
    Optional<String> photoBaseUrl,
    Chosen servers,
    boolean retryRefused,
    boolean replaceForeign) {

  /** Options that leave alone what is somebody else's. */
  public DownloadOptions(
      JobSettings settings,
      String manifest,
      RootChoice root,
      Path defaultRoot,
      Optional<String> photoBaseUrl,
      Chosen servers,
      boolean retryRefused) {
    this(settings, manifest, root, defaultRoot, photoBaseUrl, servers, retryRefused, false);
  }

  /** Returns the same with another answer to that. */
  public DownloadOptions replacing(boolean foreign) {
    return new DownloadOptions(
        settings, manifest, root, defaultRoot, photoBaseUrl, servers, retryRefused, foreign);
  }

  /** Tells whether loopback and private addresses are asked. */
  public boolean allowsPrivateHosts() {
    return fetchSettings().allowPrivateHosts();
  }

  /**
   * Returns the root that {@code work} on the manifest, such as {@code download}, is about.
   *
   * @throws photocat.model.PhotocatException of kind FAILED if there is no such manifest
   */
  public String root(Catalog catalog, String work) {
    try (Session session = catalog.openSession()) {
      DownloadRuns runs = new DownloadRuns(session, InstantSource.system());
      return root(runs, runs.manifest(manifest, work)).text();
    }
  }

  FetchSettings fetchSettings() {
    return settings.fetch().with(servers);
  }

  /** Returns where the photos of {@code manifestId} go: as asked, else where they went last. */
  StoreAddress root(DownloadRuns runs, int manifestId) {
    return root.address(runs, manifestId).orElseGet(() -> StoreAddress.of(defaultRoot));
  }

  /** Opens a place for a run that writes with {@code parts}; the caller closes it. */
  PhotoRoot open(StoreAddress address, RunParts parts) {
    return address.open(settings.store(), root.region(), parts);
  }
}
