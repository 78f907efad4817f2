package photocat.job.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import photocat.catalog.Session;
import photocat.model.Slug;

/**
 * The labels of {@code manifest_labels} as entries, each with a number and a folder of its own:
 * fills {@code manifest_shortlist}.
 */
final class LabelEntries {
  /** Labels handed to the database at once. */
  private static final int LABELS = 20_000;

  private final Session session;

  LabelEntries(Session session) {
    this.session = session;
  }

  /** Makes them in the order of the alphabet; returns how many there are. */
  long make() {
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
    return labels.size();
  }
}
