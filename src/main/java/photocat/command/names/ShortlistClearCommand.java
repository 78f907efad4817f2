package photocat.command.names;

import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.command.YesOptions;
import photocat.job.Claim;
import photocat.job.names.Shortlist;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Empties the shortlist. */
@Command(
    name = "clear",
    description = {
      "Forget all taxa and spellings of the shortlist.",
      "Overrides, the last matches and manifests stay as they are."
    },
    footer = "Example: photocat shortlist clear")
final class ShortlistClearCommand extends PhotocatCommand {
  @Mixin private final YesOptions yes = new YesOptions();

  ShortlistClearCommand(Context context) {
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

  /** Nobody needs to be asked to forget nothing. */
  @Override
  protected void confirm() {
    if (yes.areGiven()) {
      return;
    }
    try (Session session = context().openSession()) {
      long taxa = new Shortlist(session).size();
      if (taxa > 0) {
        YesOptions.ask(
            context(),
            "this forgets %s of the shortlist with all spellings"
                .formatted(Amounts.count(taxa, "taxon", "taxa")));
      }
    }
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      long taxa = new Shortlist(session).clear();
      context()
          .output()
          .note("forgot %s of the shortlist".formatted(Amounts.count(taxa, "taxon", "taxa")));
    }
    return ExitStatus.DONE;
  }
}
