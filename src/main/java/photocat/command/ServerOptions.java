package photocat.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import photocat.job.DownloadOptions;
import photocat.job.JobSettings;
import photocat.job.RootChoice;
import picocli.CommandLine.Option;

/** Which servers are asked for photos, and how hard. */
final class ServerOptions {
  @Option(
      names = "--photo-base-url",
      paramLabel = "URL",
      description =
          "Ask a mirror: URL takes the place of scheme and host of every photo's address (default:"
              + " the addresses of the manifest)")
  private @Nullable String photoBaseUrl;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description =
          "Photos in flight at a time, 1 to 512; hosts other than the open bucket and your own get"
              + " 4 at most (default: fetch.connections, 64)")
  private @Nullable Integer connections;

  @Option(
      names = "--allow-private-hosts",
      description =
          "Also ask loopback, private and link-local addresses, such as a mirror of your own"
              + " (default: fetch.allow-private-hosts, no, since the addresses are other people's"
              + " data)")
  private boolean allowPrivateHosts;

  DownloadOptions options(
      JobSettings settings,
      String manifest,
      RootChoice root,
      Path defaultRoot,
      boolean retryRefused) {
    return new DownloadOptions(
        settings,
        manifest,
        root,
        defaultRoot,
        Optional.ofNullable(photoBaseUrl),
        connections == null ? OptionalInt.empty() : OptionalInt.of(connections),
        allowPrivateHosts,
        retryRefused);
  }
}
