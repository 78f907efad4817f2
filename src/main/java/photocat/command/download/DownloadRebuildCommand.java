package photocat.command.download;

import java.util.List;
import java.util.Optional;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.job.download.DownloadOptions;
import photocat.job.download.Rebuild;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.setting.Chosen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Files into rows. */
@Command(
    name = "rebuild",
    description = {
      "Restore the states of a manifest's photos from the files, for a catalogue that was lost or"
          + " damaged.",
      "Every file that no row says is there is read: a whole picture, of the known hash where one"
          + " is known, becomes 'adopted'. Nothing is fetched, and no photo is changed. If the"
          + " catalogue is gone, ingest and build the same manifest first."
    },
    footer = "Example: photocat download rebuild top10 --root photos")
final class DownloadRebuildCommand extends PhotocatCommand {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String manifest = "";

  @Mixin private final RootOptions roots = new RootOptions();

  DownloadRebuildCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.CHANGE;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(
        Claim.manifest(manifest), Claim.root(options().root(context().catalog(), "rebuild")));
  }

  @Override
  protected ExitStatus run() {
    Output output = context().output();
    Rebuild.Report report =
        new Rebuild(
                context().catalog(), output.progress(), context().cancellation(), context().clock())
            .run(options(), output::warn);
    long missing = report.files() - report.known() - report.restored();
    output.note(
        "%s: %s of %s restored from %s; %s known before, %s not there or not whole"
            .formatted(
                manifest,
                Amounts.count(report.restored()),
                Amounts.count(report.files(), "file"),
                report.root(),
                Amounts.count(report.known()),
                Amounts.count(missing)));
    if (missing > 0) {
      output.note("'download start %s' fetches what is missing".formatted(manifest));
    }
    return report.unread() > 0 ? ExitStatus.PARTIAL : ExitStatus.DONE;
  }

  private DownloadOptions options() {
    return new DownloadOptions(
        context().settings().jobs(),
        manifest,
        roots.choice(context()),
        DownloadArguments.defaultRoot(context(), manifest),
        Optional.empty(),
        Chosen.NOTHING,
        false);
  }
}
