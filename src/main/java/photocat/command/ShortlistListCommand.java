package photocat.command;

import java.util.Map;
import photocat.catalog.Session;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;

/** Shows the shortlist. */
@Command(
    name = "list",
    description = "List the taxa of the shortlist, with their folders and number of spellings.",
    footer = "Example: photocat shortlist list")
final class ShortlistListCommand extends PhotocatCommand {
  ShortlistListCommand(Context context) {
    super(context);
  }

  @Override
  ExitStatus run() {
    try (Session session = context().openSession()) {
      session.query("shortlist/list", Map.of(), context().output().rows());
    }
    return ExitStatus.DONE;
  }
}
