package photocat.command.names;

import java.util.List;
import photocat.catalog.Session;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.Output;
import photocat.command.PhotocatCommand;
import photocat.job.Claim;
import photocat.job.names.NameMatch;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds the taxa that the spellings of the shortlist mean. */
@Command(
    name = "match",
    description = {
      "Find the taxon that each spelling of the shortlist means; each ends as matched, ambiguous or"
          + " unmatched.",
      "Tried in this order: overrides; keys of GBIF, the Catalogue of Life, World Flora Online,"
          + " IPNI or iNaturalist, where the list and the taxa have them; equality without regard"
          + " to case and outer spaces; the name without authorship, with rank words (subsp. ssp."
          + " var. f.) and hybrid signs (× x) made alike. A name that spells out its rank fits taxa"
          + " of that rank only."
    },
    footer = "Example: photocat match --within Plantae")
final class MatchCommand extends PhotocatCommand {
  @Mixin private final MatchingOptions options = new MatchingOptions();

  MatchCommand(Context context) {
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
      tell(new NameMatch(session).run(options.read(), context().clock().instant()));
    }
    return ExitStatus.DONE;
  }

  private void tell(NameMatch.Summary summary) {
    Output output = context().output();
    output.note(
        "%s: %s matched%s, %s ambiguous, %s unmatched; %s of %s reached"
            .formatted(
                Amounts.count(summary.spellings(), "spelling"),
                Amounts.count(summary.matched()),
                summary.byKey() > 0 ? " (%s by key)".formatted(Amounts.count(summary.byKey())) : "",
                Amounts.count(summary.ambiguous()),
                Amounts.count(summary.unmatched()),
                Amounts.count(summary.taxa()),
                Amounts.count(summary.shortlisted(), "taxon", "taxa")));
    if (summary.ambiguous() > 0) {
      output.note("'run ambiguous' lists the taxa that fit; --within or an override decides");
    }
    if (summary.unmatched() > 0) {
      output.note("'run unmatched' lists what fits no taxon, and why; 'override add' decides");
    }
    if (summary.otherNames() > 0) {
      output.warn(
          "%s another name than the taxon of its key; 'run differing-keys' lists them"
              .formatted(Amounts.count(summary.otherNames(), "spelling has", "spellings have")));
    }
    if (summary.lostKeys() > 0) {
      output.warn(
          "the keys of %s lead nowhere, the names were taken; 'run differing-keys' lists them"
              .formatted(Amounts.count(summary.lostKeys(), "spelling")));
    }
    if (summary.severalTaxa() > 0) {
      output.warn(
          "spellings of %s reach several taxa; 'run several-taxa' lists them"
              .formatted(Amounts.count(summary.severalTaxa(), "entry", "entries")));
    }
    if (summary.sharedTaxa() > 0) {
      output.warn(
          "%s reached by several entries; 'run shared-taxa' lists them"
              .formatted(Amounts.count(summary.sharedTaxa(), "taxon is", "taxa are")));
    }
  }
}
