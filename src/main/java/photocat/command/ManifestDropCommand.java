package photocat.command;

import java.util.List;
import photocat.catalog.Session;
import photocat.job.Claim;
import photocat.job.Manifests;
import photocat.model.Kind;
import picocli.CommandLine.Command;
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
  Kind run() {
    try (Session session = context().openSession()) {
      new Manifests(session).drop(name);
    }
    context()
        .output()
        .note(
            "manifest %s is forgotten with its downloads; files stay where they are"
                .formatted(name));
    return Kind.DONE;
  }
}
