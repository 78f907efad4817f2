package photocat.command.names;

import java.util.Map;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
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
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      session.query("shortlist/list", Map.of(), context().output().rows());
    }
    return ExitStatus.DONE;
  }
}
