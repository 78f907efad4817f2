package photocat.command.download;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.command.Speed;
import photocat.job.Claim;
import photocat.job.download.DownloadPlan;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches what is not there. */
@Command(
    name = "start",
    description = {
      "Fetch the photos of a manifest: what is done is skipped, whole files that are there are"
          + " adopted, photos that are gone, refused or failed are left alone.",
      "Each photo is checked on the way (length, structure, SHA-256) and takes its name when it is"
          + " whole; its row says what happened while files land. Ctrl-C stops cleanly; the same"
          + " command goes on. Exit code 3 if photos are still missing."
    },
    footer = "Example: photocat download start top10 --root photos")
final class DownloadStartCommand extends PhotocatCommand {
  @Mixin private final DownloadArguments arguments = new DownloadArguments();

  @Option(
      names = "--dry-run",
      description =
          "Fetch and write nothing: tell how many photos would be fetched, their size by the mean"
              + " of those fetched so far, the time, and whether they fit (default: no)")
  private boolean dryRun;

  @Option(
      names = "--at",
      paramLabel = "SPEED",
      converter = Speed.Converter.class,
      description =
          "With --dry-run: the speed to reckon with, for example 20MB/s (default: that of the last"
              + " download)")
  private @Nullable Speed speed;

  DownloadStartCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return dryRun ? CatalogUse.READ : CatalogUse.CHANGE;
  }

  @Override
  protected List<Claim> claims() {
    requireFittingOptions();
    return dryRun ? List.of(Claim.reading(arguments.manifest())) : arguments.claims(context());
  }

  @Override
  public boolean isFrugal() {
    return !dryRun;
  }

  @Override
  protected ExitStatus run() {
    if (!dryRun) {
      return DownloadRunner.run(context(), arguments, false);
    }
    DownloadPlan plan =
        DownloadPlan.of(
            context().catalog(),
            arguments.options(context(), false),
            speed == null ? OptionalLong.empty() : OptionalLong.of(speed.bytesPerSecond()),
            context().cancellation());
    PlanOutput.show(context().output(), arguments.manifest(), plan);
    return ExitStatus.DONE;
  }

  private void requireFittingOptions() {
    if (dryRun && arguments.isJson()) {
      throw PhotocatException.of(ExitStatus.USAGE, "--json says nothing with --dry-run")
          .withHint("--mode json writes the plan as JSON");
    }
    if (!dryRun && speed != null) {
      throw PhotocatException.of(ExitStatus.USAGE, "--at says nothing without --dry-run")
          .withHint("--max-speed bounds the speed of a download");
    }
  }
}
