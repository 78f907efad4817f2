package photocat.command.gbif;

import photocat.command.Context;
import photocat.job.gbif.GbifContext;
import photocat.job.gbif.GbifDownloads;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a download. */
@Command(
    name = "cancel",
    description = "Have GBIF end a download that it is working on, to make room for another.",
    footer = "Example: photocat gbif cancel 0012345-261101000000000")
final class GbifCancelCommand extends GbifDownloadCommand {
  @Parameters(paramLabel = "DOWNLOAD", description = "Key, page or DOI of the download")
  private String named = "";

  GbifCancelCommand(Context context) {
    super(context);
  }

  @Override
  ExitStatus run(GbifContext gbif) {
    String status = new GbifDownloads(gbif).cancel(named);
    context().output().note("GBIF ends download %s (%s)".formatted(named, OneLine.of(status)));
    return ExitStatus.DONE;
  }
}
