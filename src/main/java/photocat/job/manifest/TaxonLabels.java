package photocat.job.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import photocat.catalog.Session;
import photocat.model.Slug;

/**
 * Gives photos the names of their taxa as labels, where no shortlist says what is wanted: fills
 * {@code manifest_shortlist} and {@code manifest_matched} as a match would.
 */
final class TaxonLabels {
  /** Labels handed to the database at once. */
  private static final int LABELS = 20_000;

  private final Session session;

  TaxonLabels(Session session) {
    this.session = session;
  }

  /** Makes the labels of the rank that {@code definition} asks for; returns how many there are. */
  long make(ManifestDefinition definition) {
    session.run(
        "manifest/make_labels",
        Map.of("sources", definition.sources(), "rank", definition.label()));
    session.run("manifest/make_label_entries");
    List<String> labels =
        session.list("manifest/labels", Map.of(), row -> row.text("label")).stream()
            .sorted()
            .toList();
    Set<String> taken = new HashSet<>();
    for (int first = 0; first < labels.size(); first += LABELS) {
      List<String> some = labels.subList(first, Math.min(first + LABELS, labels.size()));
      List<String> slugs = new ArrayList<>();
      for (String label : some) {
        String slug = Slug.of(label, label, taken::contains);
        taken.add(slug);
        slugs.add(slug);
      }
      session.run(
          "manifest/add_label_entries", Map.of("first", first, "labels", some, "slugs", slugs));
    }
    session.run("manifest/label_taxa");
    return labels.size();
  }
}
