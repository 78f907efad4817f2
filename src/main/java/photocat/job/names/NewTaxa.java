package photocat.job.names;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.Slug;

/**
 * Adds the staged taxa that the shortlist does not have yet, each with a folder name of its own.
 */
final class NewTaxa {
  private static final int TAXA_AT_A_TIME = 20_000;

  private final Session session;

  NewTaxa(Session session) {
    this.session = session;
  }

  /** Adds them inside the transaction that staged {@code file}. */
  void add(Path file, Instant now) {
    session.run("shortlist/number_new_taxa");
    List<Row> taxa = page(0);
    if (taxa.isEmpty()) {
      return;
    }
    TakenSlugs taken = TakenSlugs.of(session);
    try (TableAppender table =
        session.openAppender(
            "shortlist", "taxon_key", "scientific_name", "slug", "origin", "loaded_at")) {
      for (long after = 0; !taxa.isEmpty(); after += TAXA_AT_A_TIME, taxa = page(after)) {
        for (Row row : taxa) {
          String key = row.text("taxon_key");
          String name = row.text("name");
          String slug = Slug.of(name, key, taken::contains);
          taken.add(slug);
          table.row(key, name, slug, file.toString(), now);
        }
      }
      table.flush();
    }
  }

  private List<Row> page(long after) {
    return session.list(
        "shortlist/new_taxa", Map.of("after", after, "most", TAXA_AT_A_TIME), row -> row);
  }
}
