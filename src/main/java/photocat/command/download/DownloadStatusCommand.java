package photocat.command.download;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.download.DownloadStatus;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How far downloads are. */
@Command(
    name = "status",
    description =
        "Show the photos and bytes of a download by state: pending, active, done, adopted, retry,"
            + " gone, refused, failed.",
    footer = "Example: photocat download status top10")
final class DownloadStatusCommand extends PhotocatCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The manifest (default: all that were ever started)")
  private @Nullable String manifest;

  DownloadStatusCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      new DownloadStatus(session, context().clock())
          .read(Optional.ofNullable(manifest), context().output().rows())
          .ifPresent(context().output()::note);
    }
    return ExitStatus.DONE;
  }
}
