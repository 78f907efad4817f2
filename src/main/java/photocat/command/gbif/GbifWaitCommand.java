package photocat.command.gbif;

import java.util.ArrayList;
import java.util.List;
import photocat.command.Context;
import photocat.command.Output;
import photocat.job.gbif.GbifContext;
import photocat.job.gbif.GbifDownloads;
import photocat.job.gbif.GbifDownloads.Ended;
import photocat.job.gbif.GbifDownloads.Ready;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Waits for downloads. */
@Command(
    name = "wait",
    description = {
      "Wait until GBIF has ended downloads, which takes minutes to hours. Ctrl-C stops the waiting,"
          + " not GBIF: the same command takes it up again, also after a restart and from another"
          + " terminal.",
      "Prints the keys of those whose file is there. If another has none, because it failed, was"
          + " killed or cancelled, or its file is erased, the exit code is 3, and 1 if none has."
    },
    footer = "Example: photocat gbif wait && photocat gbif fetch 0012345-261101000000000")
final class GbifWaitCommand extends GbifDownloadCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "DOWNLOAD",
      description = "Keys, pages or DOIs of downloads (default: all that GBIF works on)")
  private List<String> named = new ArrayList<>();

  GbifWaitCommand(Context context) {
    super(context);
  }

  @Override
  ExitStatus run(GbifContext gbif) {
    Ended ended = new GbifDownloads(gbif).await(named);
    Output output = context().output();
    ended.ready().forEach(ready -> tell(output, ready));
    ended.failures().forEach(output::failure);
    if (ended.ready().isEmpty() && ended.failures().isEmpty()) {
      output.note("GBIF works on none of the downloads that are known here");
    }
    if (ended.failures().isEmpty()) {
      return ExitStatus.DONE;
    }
    return ended.ready().isEmpty() ? ExitStatus.FAILED : ExitStatus.PARTIAL;
  }

  private static void tell(Output output, Ready ready) {
    output.line(ready.key());
    output.note(
        "download %1$s is there: %2$s, %3$s, %4$s; 'gbif fetch %1$s' takes it in"
            .formatted(
                ready.key(),
                Amounts.bytes(ready.sizeBytes()),
                Amounts.count(ready.records(), "record"),
                ready.citedAs()));
  }
}
