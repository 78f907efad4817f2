package photocat.command.names;

import java.util.Map;
import photocat.catalog.Session;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;

/** Shows the overrides. */
@Command(
    name = "list",
    description = "List the overrides, and how many spellings of the shortlist each concerns.",
    footer = "Example: photocat override list")
final class OverrideListCommand extends PhotocatCommand {
  OverrideListCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      session.query("override/list", Map.of(), context().output().rows());
    }
    return ExitStatus.DONE;
  }
}
