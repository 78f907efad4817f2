package photocat.command.download;

import java.util.List;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fetches also what was given up. */
@Command(
    name = "retry",
    description =
        "Like 'download start', but photos that were gone, refused or failed are tried again too.",
    footer = "Example: photocat download retry top10")
final class DownloadRetryCommand extends PhotocatCommand {
  @Mixin private final DownloadArguments arguments = new DownloadArguments();

  DownloadRetryCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.CHANGE;
  }

  @Override
  protected List<Claim> claims() {
    return arguments.claims(context());
  }

  @Override
  public boolean isFrugal() {
    return true;
  }

  @Override
  protected ExitStatus run() {
    return DownloadRunner.run(context(), arguments, true);
  }
}
