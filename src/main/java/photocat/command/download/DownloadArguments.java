package photocat.command.download;

import java.nio.file.Path;
import java.util.List;
import photocat.command.Context;
import photocat.job.Claim;
import photocat.job.download.DownloadOptions;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What 'download start' and 'download retry' take. */
final class DownloadArguments {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String manifest = "";

  @Mixin private final RootOptions roots = new RootOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final ServerOptions servers = new ServerOptions();

  @Option(
      names = "--json",
      description =
          "Tell programs how far it is: one JSON object a line on standard output, one a second and"
              + " one at the end (default: no)")
  private boolean json;

  @Option(
      names = "--replace-foreign",
      description =
          "Put photos in the place of whatever lies under their names, also of what photocat did"
              + " not write and of what was changed since (default: no, such files stay and their"
              + " photos are not fetched)")
  private boolean replaceForeign;

  boolean isJson() {
    return json;
  }

  String manifest() {
    return manifest;
  }

  /** Two downloads into one folder would take each other's unfinished files for their own. */
  List<Claim> claims(Context context) {
    String root = options(context, false).root(context.catalog(), "download");
    return List.of(Claim.manifest(manifest), Claim.root(root));
  }

  DownloadOptions options(Context context, boolean retryRefused) {
    return servers
        .options(
            store.over(context.settings().jobs()),
            manifest,
            roots.choice(context),
            defaultRoot(context, manifest),
            retryRefused)
        .replacing(replaceForeign);
  }

  /** Returns the folder beside the catalogue for a manifest that was never downloaded. */
  static Path defaultRoot(Context context, String manifest) {
    Path home =
        context
            .catalog()
            .file()
            .map(file -> file.resolveSibling("photos"))
            .orElse(context.resolve(Path.of("photos")));
    Path folder = home.resolve(manifest).normalize();
    if (!home.equals(folder.getParent())) {
      throw PhotocatException.of(
              ExitStatus.USAGE,
              "cannot make a folder of the manifest's name %s".formatted(manifest))
          .withHint("name one with --root DIR");
    }
    return folder;
  }
}
