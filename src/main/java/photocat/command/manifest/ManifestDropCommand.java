package photocat.command.manifest;

import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.PhotocatCommand;
import photocat.command.YesOptions;
import photocat.job.Claim;
import photocat.job.manifest.Manifests;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Forgets one manifest. */
@Command(
    name = "drop",
    description = {
      "Forget a manifest and all that is known of its downloads and checks.",
      "Downloaded files stay where they are."
    },
    footer = "Example: photocat manifest drop top10")
final class ManifestDropCommand extends PhotocatCommand {
  @Parameters(paramLabel = "NAME", description = "The manifest")
  private String name = "";

  @Mixin private final YesOptions yes = new YesOptions();

  ManifestDropCommand(Context context) {
    super(context);
  }

  @Override
  protected CatalogUse use() {
    return CatalogUse.CHANGE;
  }

  @Override
  protected List<Claim> claims() {
    return List.of(Claim.manifest(name));
  }

  @Override
  protected void confirm() {
    if (yes.areGiven()) {
      return;
    }
    try (Session session = context().openSession()) {
      long photos = new Manifests(session).photos(name);
      YesOptions.ask(
          context(),
          "this forgets manifest %s of %s and all that is known of its downloads and checks"
              .formatted(name, Amounts.count(photos, "photo")));
    }
  }

  @Override
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      new Manifests(session).drop(name);
    }
    context()
        .output()
        .note(
            "manifest %s is forgotten with its downloads; files stay where they are"
                .formatted(name));
    return ExitStatus.DONE;
  }
}
