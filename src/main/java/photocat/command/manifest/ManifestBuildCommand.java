package photocat.command.manifest;

import java.util.ArrayList;
import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.job.manifest.ManifestBuild;
import photocat.job.manifest.ManifestDefinition;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Freezes a choice of photos. */
@Command(
    name = "build",
    description = {
      "Choose the photos of the matched taxa and freeze the choice: one row a photo and taxon, the"
          + " same rows in the same order each time it is built from the same snapshot.",
      "In this order: --where, --quality and --license; --per-observation; --more-than; --top."
    },
    footer =
        "Example: photocat manifest build top10 --quality research --license CC0,CC-BY --more-than"
            + " 10 --top 10 --rank-by area")
final class ManifestBuildCommand extends PhotocatCommand {
  @Parameters(paramLabel = "NAME", description = "Name of the manifest, which no other has")
  private String name = "";

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "SOURCE",
      description =
          "Only photos of these sources: inat-open-data, dwca, urls; of a photo that several have"
              + " the first counts (default: all that have been taken in)")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      completionCandidates = ManifestDefinition.Labels.class,
      description =
          "What the photos are sorted by: shortlist (its matched entries), or without a shortlist"
              + " species, genus or family (the taxa of that rank, with what is below), taxon"
              + " (each by itself) or a column that all sources have, such as sex or lifeStage of"
              + " dwca; photos where that is blank are left out (default: shortlist)")
  private String label = ManifestDefinition.SHORTLIST;

  @Option(
      names = "--list",
      split = ",",
      paramLabel = "LIST",
      description = "Only taxa of these lists of the shortlist (default: all)")
  private List<String> lists = new ArrayList<>();

  @Mixin private final ChoiceOptions options = new ChoiceOptions();

  ManifestBuildCommand(Context context) {
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
  protected ExitStatus run() {
    try (Session session = context().openSession()) {
      tell(
          new ManifestBuild(session)
              .build(options.definition(name, sources, label, lists), context().clock().instant()));
    }
    return ExitStatus.DONE;
  }

  private void tell(ManifestBuild.Summary summary) {
    Output output = context().output();
    boolean isOfShortlist = label.equalsIgnoreCase(ManifestDefinition.SHORTLIST);
    boolean isOfColumn =
        ManifestDefinition.LABELS.stream().noneMatch(label.strip()::equalsIgnoreCase);
    output.note(
        "manifest %s: %s of %s%s"
            .formatted(
                name,
                Amounts.count(summary.photos(), "photo"),
                isOfColumn
                    ? Amounts.count(summary.taxa(), "label")
                    : Amounts.count(summary.taxa(), "taxon", "taxa"),
                isOfShortlist
                    ? "; %s of the shortlist, %s matched"
                        .formatted(
                            Amounts.count(summary.shortlisted(), "taxon", "taxa"),
                            Amounts.count(summary.matched()))
                    : ""));
    if (summary.unlabelled() > 0) {
      output.note(
          "left out %s whose %s is blank"
              .formatted(Amounts.count(summary.unlabelled(), "photo"), label.strip()));
    }
    if (summary.stale()) {
      output.warn("the names were matched with an older snapshot; run 'match' and build again");
    }
  }
}
