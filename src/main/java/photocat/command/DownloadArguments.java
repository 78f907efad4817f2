package photocat.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import photocat.job.DownloadOptions;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What 'download start' and 'download retry' take. */
final class DownloadArguments {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String manifest = "";

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "Folder for the taxa's folders (default: that of the last download of this manifest, then"
              + " photos/NAME beside the catalogue)")
  private @Nullable Path root;

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
              + " 4 at most (default: 64)")
  private @Nullable Integer connections;

  @Option(
      names = "--allow-private-hosts",
      description =
          "Also ask loopback, private and link-local addresses, such as a mirror of your own"
              + " (default: refuse them, since the addresses are other people's data)")
  private boolean allowPrivateHosts;

  String manifest() {
    return manifest;
  }

  DownloadOptions options(Context context, boolean retryRefused) {
    return new DownloadOptions(
        manifest,
        Optional.ofNullable(root).map(context::resolve),
        defaultRoot(context),
        Optional.ofNullable(photoBaseUrl),
        connections == null ? OptionalInt.empty() : OptionalInt.of(connections),
        allowPrivateHosts,
        retryRefused);
  }

  private Path defaultRoot(Context context) {
    Path home =
        context
            .catalog()
            .file()
            .map(file -> file.resolveSibling("photos"))
            .orElse(context.resolve(Path.of("photos")));
    Path folder = home.resolve(manifest).normalize();
    if (!home.equals(folder.getParent())) {
      throw PhotocatException.of(
              Kind.USAGE, "cannot make a folder of the manifest's name %s".formatted(manifest))
          .withHint("name one with --root DIR");
    }
    return folder;
  }
}
