package photocat.job.manifest;

import java.util.Map;
import photocat.catalog.Session;

/**
 * Gives photos the names of their taxa as labels, where no shortlist says what is wanted: fills
 * {@code manifest_shortlist} and {@code manifest_matched} as a match would.
 */
final class TaxonLabels {
  private final Session session;

  TaxonLabels(Session session) {
    this.session = session;
  }

  /** Makes the labels of the rank that {@code definition} asks for. */
  void make(ManifestDefinition definition) {
    session.run(
        "manifest/make_labels",
        Map.of("sources", definition.sources(), "rank", definition.label()));
    new LabelEntries(session).make();
    session.run("manifest/label_taxa");
  }
}
