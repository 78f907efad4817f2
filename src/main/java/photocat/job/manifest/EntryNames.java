package photocat.job.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.job.names.TakenSlugs;
import photocat.model.CanonicalName;
import photocat.model.Slug;

/**
 * Lets the entries of a manifest be what its lists mean by them: other lists may have given the
 * same keys to other taxa. Works on the table {@code manifest_shortlist}.
 */
final class EntryNames {
  private final Session session;

  EntryNames(Session session) {
    this.session = session;
  }

  /** Names the folders of taxa again, and sets apart the spellings that others mean. */
  void settle(List<String> lists) {
    nameFolders();
    setApart(lists);
  }

  /** A folder keeps its name where the lists differ in authors or spelling only. */
  private void nameFolders() {
    List<Row> renamed = differing("manifest/renamed_taxa", Map.of());
    if (renamed.isEmpty()) {
      return;
    }
    TakenSlugs taken = TakenSlugs.of(session);
    List<String> slugs = new ArrayList<>();
    for (Row row : renamed) {
      String slug = Slug.of(row.text("scientific_name"), row.text("taxon_key"), taken::contains);
      taken.add(slug);
      slugs.add(slug);
    }
    session.run(
        "manifest/call_taxa",
        Map.of(
            "numbers",
            renamed.stream().map(row -> row.text("taxon_number")).toList(),
            "slugs",
            slugs));
  }

  private void setApart(List<String> lists) {
    List<Row> others = differing("manifest/other_names", Map.of("lists", lists));
    session.run(
        "manifest/set_apart",
        Map.of(
            "keys", others.stream().map(row -> row.text("taxon_key")).toList(),
            "lists", others.stream().map(row -> row.text("list")).toList()));
  }

  private List<Row> differing(String query, Map<String, Object> values) {
    return session.list(query, values, row -> row).stream()
        .filter(row -> !isSame(row.text("scientific_name"), row.text("other_name")))
        .toList();
  }

  private static boolean isSame(String one, String other) {
    String canonical = CanonicalName.of(one).map(CanonicalName::text).orElse("");
    return !canonical.isEmpty()
        && CanonicalName.of(other).filter(name -> name.text().equals(canonical)).isPresent();
  }
}
