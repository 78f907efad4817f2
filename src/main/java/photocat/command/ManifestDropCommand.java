package photocat.command;

import java.util.List;
import photocat.catalog.Session;
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
  CatalogUse use() {
    return CatalogUse.CHANGE;
  }

  @Override
  List<Claim> claims() {
    return List.of(Claim.manifest(name));
  }

  @Override
  void confirm() {
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
  ExitStatus run() {
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
