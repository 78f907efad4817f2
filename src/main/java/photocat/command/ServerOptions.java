package photocat.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.job.DownloadOptions;
import photocat.job.JobSettings;
import photocat.job.RootChoice;
import photocat.job.ServerWishes;
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
      names = {"--max-connections", "--connections"},
      paramLabel = "N",
      description =
          "Photos in flight at a time, 1 to 512; each host gets as many of them as it bears"
              + " (default: fetch.max-connections, 64)")
  private @Nullable Integer connections;

  @Option(
      names = "--per-host",
      paramLabel = "N",
      description =
          "Of these to one host; less than it bears, never more (default: fetch.per-host, 512)")
  private @Nullable Integer perHost;

  @Option(
      names = "--max-speed",
      paramLabel = "SPEED",
      description =
          "Bytes a second of all photos together, such as 50MB/s, on average over some seconds"
              + " (default: fetch.max-speed, unlimited)")
  private @Nullable String maxSpeed;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Your e-mail or web address, which every request names; all hosts but the open bucket and"
              + " your own need it (default: contact, $PHOTOCAT_CONTACT)")
  private @Nullable String contact;

  @Option(
      names = "--ignore-opt-out",
      description =
          "Fetch photos too whose host asks machines to leave them alone (X-Robots-Tag: noai,"
              + " tdm-reservation: 1). Warning: whoever says so may have reserved a right by it,"
              + " and you answer for what you do with such photos (default: fetch.ignore-opt-out,"
              + " no)")
  private boolean ignoreOptOut;

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
        new ServerWishes(connections, perHost, maxSpeed, contact, allowPrivateHosts, ignoreOptOut),
        retryRefused);
  }
}
