package photocat.job.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.model.OneLine;
import photocat.source.dwca.ColumnNames;
import photocat.source.urls.UrlColumns;
import photocat.source.urls.UrlRole;

/**
 * The columns of {@code urls_photos}: those that photocat knows, and the lists' own, which are
 * added under their names.
 */
final class UrlsTable {
  private static final String TABLE = "urls_photos";

  /** What only the statements have that load the rows. */
  private static final Set<String> HELPERS = Set.of("flaw", "row_text", "row_bytes", "is_object");

  private static final int LONGEST_NAME = 200;

  private final Session session;
  private final Set<String> there;
  private final Set<String> taken;

  UrlsTable(Session session) {
    this.session = session;
    List<String> columns =
        session.list("ingest/column_types", Map.of("table", TABLE), row -> row.text("column_name"));
    this.there = columns.stream().map(UrlsTable::folded).collect(Collectors.toSet());
    this.taken =
        Stream.of(
                SourceViews.columns(session).stream(),
                Stream.of(
                    "snapshot_id", "file", "line", "address", "form", "ending", "label_checklist"),
                Stream.of(UrlRole.values()).map(UrlRole::column),
                HELPERS.stream())
            .flatMap(names -> names)
            .collect(Collectors.toSet());
  }

  /**
   * Returns for each column of a list the one that takes it; those that are not there are added.
   *
   * @throws photocat.model.PhotocatException when there would be too many
   */
  List<String> columns(UrlColumns found) {
    Map<Integer, String> known = new LinkedHashMap<>();
    found.places().forEach((role, place) -> known.put(place, role.column()));
    ColumnNames free = new ColumnNames();
    List<String> columns = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (int at = 0; at < found.headers().size(); at++) {
      String header = found.headers().get(at);
      String name = known.containsKey(at) ? known.get(at) : free.take(own(header));
      columns.add(name);
      if (there.add(folded(name))) {
        lacking.add(name);
      }
    }
    OwnColumns.add(session, TABLE, there.size() - lacking.size(), lacking);
    return columns;
  }

  private String own(String header) {
    String plain = OneLine.of(header.strip());
    String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return taken.contains(folded(name)) ? "row_" + name : name;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
