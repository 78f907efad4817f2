package photocat.job.manifest;

import java.util.List;
import java.util.Map;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.PhotocatException;

/**
 * Lets no manifest be built whose classes hold several species, or the same species twice, unasked.
 */
final class EntryChecks {
  private final Session session;

  EntryChecks(Session session) {
    this.session = session;
  }

  /** Leaves of the table {@code manifest_matched} what the rules of {@code asked} allow. */
  void apply(ManifestDefinition asked) {
    switch (asked.entries().severalTaxa()) {
      case REFUSE -> refuseSeveral(asked);
      case SKIP -> session.run("manifest/skip_several");
      case KEEP -> {}
    }
    switch (asked.entries().sharedTaxa()) {
      case REFUSE -> refuseShared(asked);
      case MERGE -> session.run("manifest/merge_shared");
      case KEEP -> {}
    }
  }

  private void refuseSeveral(ManifestDefinition asked) {
    List<Row> several = session.list("manifest/several_taxa", Map.of(), row -> row);
    if (!several.isEmpty()) {
      Row first = several.get(0);
      throw refused(
              asked,
              several.size(),
              "whose spellings reach several taxa, %s (key %s) reaches %s"
                  .formatted(
                      first.text("scientific_name"),
                      first.text("taxon_key"),
                      Amounts.count(first.number("taxa"))))
          .withHint(
              "'run several-taxa' lists them; --several-taxa keep takes the photos of all taxa,"
                  + " skip"
                  + " leaves these entries out");
    }
  }

  private void refuseShared(ManifestDefinition asked) {
    List<Row> shared = session.list("manifest/shared_taxa", Map.of(), row -> row);
    if (!shared.isEmpty()) {
      Row first = shared.get(0);
      throw ManifestChecks.refused(
              asked,
              "%s reached by several entries of the shortlist, %s by %s and %s"
                  .formatted(
                      Amounts.count(shared.size(), "taxon is", "taxa are"),
                      first.text("matched_name"),
                      first.text("one_name"),
                      first.text("other_name")))
          .withHint(
              "'run shared-taxa' lists them; --merge-shared gives their photos to one entry,"
                  + " --keep-shared to each");
    }
  }

  private static PhotocatException refused(ManifestDefinition asked, int entries, String found) {
    return ManifestChecks.refused(
        asked,
        "the shortlist has %s %s".formatted(Amounts.count(entries, "entry", "entries"), found));
  }
}
