package photocat.command.gbif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.job.gbif.GbifContext;
import photocat.job.gbif.GbifDownloads;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How far downloads are. */
@Command(
    name = "status",
    description =
        "Show how far downloads of GBIF are. Those that it was working on it is asked again; 'run"
            + " gbif-downloads' shows all that is known of them.",
    footer = "Example: photocat gbif status")
final class GbifStatusCommand extends GbifDownloadCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "DOWNLOAD",
      description = "Keys, pages or DOIs of downloads (default: all that are known here)")
  private List<String> named = new ArrayList<>();

  GbifStatusCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return named.isEmpty() ? CatalogUse.CHANGE : CatalogUse.FILL;
  }

  @Override
  ExitStatus run(GbifContext gbif) {
    List<String> keys = new GbifDownloads(gbif).look(named);
    gbif.session()
        .query(
            "gbif/status",
            Map.of("keys", named.isEmpty() ? List.of() : keys),
            context().output().rows());
    return ExitStatus.DONE;
  }
}
