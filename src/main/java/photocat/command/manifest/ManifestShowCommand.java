package photocat.command.manifest;

import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.manifest.Manifests;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one manifest. */
@Command(
    name = "show",
    description =
        "Show what a manifest was built with, and how many photos it has under each licence.",
    footer = "Example: photocat manifest show top10")
final class ManifestShowCommand extends PhotocatCommand {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String name = "";

  ManifestShowCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      new Manifests(session).show(name, context().output().rows());
    }
    return ExitStatus.DONE;
  }
}
