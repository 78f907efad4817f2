package photocat.job.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;

/**
 * The taxa that the records of archives name. Names that differ in authorship only are one taxon,
 * and so are a species and the name of it that GBIF has worked out; a synonym is a taxon below its
 * accepted one, so that it can be matched by its own name and key too.
 */
final class DwcaTaxa {
  private static final String ROOM = "sources/dwca/";

  private final Session session;
  private final DwcaTree tree = new DwcaTree();

  DwcaTaxa(Session session) {
    this.session = session;
  }

  /** Fills {@code dwca_names} and {@code dwca_taxa} again from all records. */
  void fill() {
    session.run("ingest/clear", Map.of(), Map.of("table", "dwca_names"));
    session.run("ingest/clear", Map.of(), Map.of("table", "dwca_taxa"));
    session.run(ROOM + "make_names");
    AcceptedNames accepted =
        new AcceptedNames(session.list(ROOM + "accepted_names", Map.of(), DwcaCellSet::new));
    List<Long> ids = new ArrayList<>();
    List<Long> names =
        session.list(
            ROOM + "names",
            Map.of(),
            row -> {
              ids.add(taxonOf(new DwcaCellSet(row), accepted).id());
              return row.number("name_id");
            });
    session.run(ROOM + "forget_names");
    try (TableAppender appender = session.openAppender("dwca_names", "name_id", "taxon_id")) {
      for (int at = 0; at < ids.size(); at++) {
        appender.row(names.get(at), ids.get(at));
      }
      appender.flush();
    }
    try (TableAppender appender =
        session.openAppender(
            "dwca_taxa",
            "taxon_id",
            "taxon_key",
            "name",
            "canonical_name",
            "rank",
            "ancestry",
            "classification",
            "checklist_keys")) {
      for (DwcaTaxon taxon : tree.taxa()) {
        appender.row(
            taxon.id(),
            taxon.key().isEmpty() ? taxon.name() : taxon.key(),
            taxon.name(),
            taxon.canonical(),
            orNull(taxon.rank()),
            orNull(taxon.ancestry()),
            orNull(taxon.classification()),
            taxon.checklistKeys().isEmpty() ? null : taxon.checklistKeys());
      }
      appender.flush();
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Returns the taxon of one set of cells, and keeps it with those above it. */
  private DwcaTaxon taxonOf(DwcaCellSet cells, AcceptedNames accepted) {
    String kingdom = cells.text("kingdom");
    Optional<DwcaCellSet> found = accepted.of(cells);
    if (found.isEmpty()) {
      return tree.put(kingdom, DwcaPath.of(cells));
    }
    String known = kingdom.isEmpty() ? found.get().text("kingdom") : kingdom;
    return tree.put(known, DwcaPath.of(cells, found.get()));
  }
}
