package photocat.command;

import java.util.List;
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
  CatalogUse use() {
    return CatalogUse.CHANGE;
  }

  @Override
  List<Claim> claims() {
    return arguments.claims(context());
  }

  @Override
  boolean isFrugal() {
    return true;
  }

  @Override
  ExitStatus run() {
    return DownloadRunner.run(context(), arguments, true);
  }
}
