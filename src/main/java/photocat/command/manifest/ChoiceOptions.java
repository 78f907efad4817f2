package photocat.command.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.job.Layout;
import photocat.job.manifest.EntryRules;
import photocat.job.manifest.ManifestDefinition;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Option;

/** Which photos a manifest is to hold. */
public final class ChoiceOptions {
  @Option(
      names = "--quality",
      split = ",",
      paramLabel = "GRADE",
      description =
          "Grades of observations: research, needs_id, casual (default: research,needs_id)")
  private List<String> quality = new ArrayList<>(List.of("research", "needs_id"));

  @Option(
      names = "--license",
      split = ",",
      paramLabel = "LICENSE",
      description =
          "Licences: CC0, PD, CC-BY, CC-BY-NC, CC-BY-SA, CC-BY-ND, CC-BY-NC-SA, CC-BY-NC-ND, ARR,"
              + " UNKNOWN (default: all but the last two)")
  private List<String> licenses = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description =
          "Longest side in pixels: original (2048), large (1024), medium (500), small (240), thumb"
              + " (100), square (75 by 75) (default: large)")
  private String size = "large";

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "At most N photos of a taxon, the first by --rank-by (default: all)")
  private @Nullable Integer top;

  @Option(
      names = "--rank-by",
      paramLabel = "ORDER",
      description =
          "Order of the photos of a taxon: area (pixels of the original, largest first), newest,"
              + " oldest or id; the lower photo number decides between equals (default: area)")
  private String rankBy = "area";

  @Option(
      names = "--more-than",
      paramLabel = "N",
      description = "Only taxa with more than N such photos (default: all that have any)")
  private @Nullable Integer moreThan;

  @Option(
      names = "--per-observation",
      paramLabel = "N",
      description = "At most N photos of an observation, the first by --rank-by (default: all)")
  private @Nullable Integer perObservation;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description =
          "An SQL condition on the columns of the view candidates, such as \"width >= 1024\""
              + " (default: none)")
  private @Nullable String where;

  @Option(
      names = "--no-descendants",
      description =
          "Leave out photos of subspecies, varieties and other descendants (default: they count for"
              + " their species)")
  private boolean noDescendants;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      completionCandidates = Layout.Words.class,
      description =
          "Folders of the photos: ${COMPLETION-CANDIDATES} (default: taxon, a folder for each)")
  private String layout = "taxon";

  @Option(
      names = "--several-taxa",
      paramLabel = "RULE",
      description =
          "Entries of the list whose spellings reach several taxa: keep (with photos of all), skip"
              + " (leave them out) or refuse (build nothing) (default: refuse)")
  private EntryRules.SeveralTaxa severalTaxa = EntryRules.SeveralTaxa.REFUSE;

  @Option(
      names = "--merge-shared",
      description =
          "A taxon that several entries of the list reach has its photos in one of them: the one"
              + " that is called like it, else the first by key (default: refuse)")
  private boolean mergeShared;

  @Option(
      names = "--keep-shared",
      description =
          "A taxon that several entries of the list reach has its photos in each (default: refuse)")
  private boolean keepShared;

  /** Returns the choice that the options stand for. */
  public ManifestDefinition definition(
      String manifest, List<String> sources, String label, List<String> lists) {
    return new ManifestDefinition(
        manifest,
        sources,
        label,
        lists,
        quality,
        licenses,
        size,
        rankBy,
        Optional.ofNullable(top),
        Optional.ofNullable(moreThan),
        Optional.ofNullable(perObservation),
        Optional.ofNullable(where),
        !noDescendants,
        layout,
        new EntryRules(severalTaxa, shared()));
  }

  private EntryRules.SharedTaxa shared() {
    if (mergeShared && keepShared) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "--merge-shared and --keep-shared exclude each other");
    }
    return mergeShared
        ? EntryRules.SharedTaxa.MERGE
        : keepShared ? EntryRules.SharedTaxa.KEEP : EntryRules.SharedTaxa.REFUSE;
  }
}
