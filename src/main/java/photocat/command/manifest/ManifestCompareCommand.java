package photocat.command.manifest;

import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.manifest.Manifests;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares two manifests. */
@Command(
    name = "compare",
    description =
        "List the taxa in which two manifests differ: photos added, removed, and under another"
            + " licence.",
    footer = "Example: photocat manifest compare september october")
final class ManifestCompareCommand extends PhotocatCommand {
  @Parameters(index = "0", paramLabel = "A", description = "The manifest before")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "The manifest after")
  private String after = "";

  ManifestCompareCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      new Manifests(session).compare(before, after, context().output().rows());
    }
    return ExitStatus.DONE;
  }
}
