package photocat.command.names;

import java.util.Map;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;

/** Shows the lists that the shortlist is made of. */
@Command(
    name = "lists",
    description = "List the lists that the shortlist is made of, with their files.",
    footer = "Example: photocat shortlist lists")
final class ShortlistListsCommand extends PhotocatCommand {
  ShortlistListsCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      session.query("shortlist/lists", Map.of(), context().output().rows());
    }
    return ExitStatus.DONE;
  }
}
