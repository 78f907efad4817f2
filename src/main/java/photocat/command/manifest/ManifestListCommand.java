package photocat.command.manifest;

import java.util.Map;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;

/** Lists the manifests. */
@Command(
    name = "list",
    description = "List the manifests.",
    footer = "Example: photocat manifest list")
final class ManifestListCommand extends PhotocatCommand {

  ManifestListCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      session.query("manifest/list", Map.of(), context().output().rows());
    }
    return ExitStatus.DONE;
  }
}
