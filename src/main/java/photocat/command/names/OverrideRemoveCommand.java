package photocat.command.names;

import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.job.names.NameOverrides;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes an override back. */
@Command(
    name = "remove",
    description = "Take back what was decided about a spelling.",
    footer = "Example: photocat override remove \"Abies masonia\"")
final class OverrideRemoveCommand extends PhotocatCommand {
  @Parameters(paramLabel = "FROM", description = "Spelling that was decided about")
  private String from = "";

  OverrideRemoveCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.CHANGE;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.names());
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      if (!new NameOverrides(session).remove(from)) {
        throw PhotocatException.of(
                ExitStatus.FAILED,
                "cannot remove the override of \"%s\": there is none".formatted(from))
            .withHint("see 'override list'");
      }
    }
    context()
        .output()
        .note("'%s' is looked up as it is spelt again; run 'match' to use it".formatted(from));
    return ExitStatus.DONE;
  }
}
