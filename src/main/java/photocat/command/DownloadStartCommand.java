package photocat.command;

import java.util.List;
import photocat.job.Claim;
import photocat.model.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  DownloadStartCommand(Context context) {
    super(context);
  }

  @Override
  List<Claim> claims() {
    return arguments.claims(context());
  }

  @Override
  Kind run() {
    return DownloadRunner.run(context(), arguments, false);
  }
}
