package photocat.command;

import java.util.Map;
import photocat.catalog.Session;
import photocat.model.Kind;
import picocli.CommandLine.Command;

/** What is in the catalogue. */
@Command(
    name = "status",
    description = "Show what is in the catalogue: snapshots, names, manifests and downloads.")
final class StatusCommand extends PhotocatCommand {
  StatusCommand(Context context) {
    super(context);
  }

  @Override
  Kind run() {
    try (Session session = context().catalog().openSession()) {
      session.query("status/overview", Map.of(), context().output().rows());
    }
    return Kind.DONE;
  }
}
