package photocat.command.names;

import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.job.names.NameOverrides;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Decides what a spelling is looked up as. */
@Command(
    name = "add",
    description =
        "Look a spelling up as another name, or as the taxon with a number. Replaces what was"
            + " decided about it before.",
    footer = "Example: photocat override add \"Abies masonia\" \"Abies mariesii\"")
final class OverrideAddCommand extends PhotocatCommand {
  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "Spelling in the shortlist, compared without regard to case and outer spaces")
  private String from = "";

  @Parameters(
      index = "1",
      paramLabel = "TO",
      description = "Name to look up instead, or the number of an iNaturalist taxon")
  private String to = "";

  OverrideAddCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.FILL;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.names());
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      new NameOverrides(session).add(from, to, context().clock().instant());
    }
    context().output().note("'%s' is looked up as '%s'; run 'match' to use it".formatted(from, to));
    return ExitStatus.DONE;
  }
}
