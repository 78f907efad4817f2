package photocat.job.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.model.CanonicalName;
import photocat.model.Checklist;

/**
 * Makes taxa of the labels of lists. A label that is a name of two words or more is that species,
 * or what is below it; any other is a label, which matches by its whole text.
 */
final class UrlsTaxa {
  private static final String ROOM = "sources/urls/";
  private static final int PAGE = 10_000;

  /** No name is longer; a label may be a story. */
  private static final int LONGEST_NAME = 300;

  private static final String LABEL = "label";

  private final Session session;
  private final TaxonNumbers numbers = new TaxonNumbers();

  UrlsTaxa(Session session) {
    this.session = session;
  }

  /** Brings {@code urls_taxa} in line with the labels of {@code urls_photos}. */
  void fill() {
    session.run(ROOM + "forget_labels");
    session.run(ROOM + "make_new_labels");
    long first = 1;
    List<Row> page = page(first);
    while (!page.isEmpty()) {
      add(page);
      first += PAGE;
      page = page(first);
    }
    session.run(ROOM + "forget_new_labels");
  }

  private List<Row> page(long first) {
    return session.list(
        ROOM + "new_labels", Map.of("first", first, "last", first + PAGE - 1), row -> row);
  }

  private void add(List<Row> labels) {
    try (TableAppender appender =
        session.openAppender(
            "urls_taxa", "label", "taxon_id", "name", "canonical_name", "rank", "checklist_key")) {
      for (Row row : labels) {
        String label = row.text(LABEL);
        String name = named(label);
        Optional<CanonicalName> canonical = canonical(name);
        String rank = canonical.map(found -> rank(found, name)).orElse(LABEL);
        String text = canonical.map(CanonicalName::text).orElse(name.toLowerCase(Locale.ROOT));
        // Sentences may look like names, with years for authorship.
        long number = numbers.of(rank + "|" + (rank.equals(LABEL) ? name : text));
        appender.row(label, number, name, text, rank, key(row).orElse(null));
      }
      appender.flush();
    }
  }

  private static Optional<String> key(Row row) {
    String label = row.text(LABEL);
    return row.optionalText("label_checklist")
        .flatMap(Checklist::of)
        .map(checklist -> checklist.keyIn(label))
        .orElseGet(() -> Checklist.keyOf(label));
  }

  /** Folders are often called so: {@code Quercus_robur}. */
  private static String named(String label) {
    String plain = label.strip();
    String spaced = plain.replace('_', ' ').strip();
    return !plain.contains(" ") && canonical(spaced).isPresent() ? spaced : plain;
  }

  private static Optional<CanonicalName> canonical(String name) {
    return name.length() > LONGEST_NAME ? Optional.empty() : CanonicalName.of(name);
  }

  /** A word alone may be a genus or anything else, and so may two in small letters. */
  private static String rank(CanonicalName canonical, String name) {
    int words = canonical.words();
    int first = name.codePointAt(0);
    if (words < 2 || !(Character.isUpperCase(first) || first == '×')) {
      return LABEL;
    }
    String below = canonical.species().isPresent() ? "subspecies" : "hybrid";
    return words == 2 ? "species" : canonical.rank().orElse(below);
  }
}
