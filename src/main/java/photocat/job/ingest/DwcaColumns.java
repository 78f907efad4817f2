package photocat.job.ingest;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import photocat.catalog.Session;
import photocat.source.dwca.ArchiveColumn;
import photocat.source.dwca.RowStream;
import photocat.sql.Quoted;

/**
 * The columns of an archive's table in the words of SQL: each goes to the column of its own name,
 * which is added where the catalogue's table lacks it.
 */
final class DwcaColumns {
  /** What a medium says of its licence, the plainest first. */
  private static final List<String> LICENSE_COLUMNS =
      List.of("license", "licenseURL", "WebStatement", "UsageTerms", "rights");

  private final DwcaTable table;
  private final Map<String, ArchiveColumn> columns;
  private final List<String> missing;

  private DwcaColumns(DwcaTable table, Map<String, ArchiveColumn> columns, List<String> missing) {
    this.table = table;
    this.columns = columns;
    this.missing = missing;
  }

  /**
   * Brings the columns {@code archived} and those of the catalogue's {@code table} together.
   *
   * @param taken names that a column of a record may not have, in small letters
   */
  static DwcaColumns of(
      Session session, DwcaTable table, List<ArchiveColumn> archived, Set<String> taken) {
    Map<String, ArchiveColumn> columns = new LinkedHashMap<>();
    for (ArchiveColumn column : archived) {
      columns.putIfAbsent(table.column(column.name(), taken), column);
    }
    List<String> there =
        session.list(
            "ingest/column_types",
            Map.of("table", table.tableName()),
            row -> row.text("column_name"));
    Set<String> known = there.stream().map(DwcaColumns::folded).collect(Collectors.toSet());
    OwnColumns.add(
        session,
        table.tableName(),
        there.size(),
        columns.keySet().stream().filter(column -> !known.contains(folded(column))).toList());
    Set<String> given =
        columns.keySet().stream().map(DwcaColumns::folded).collect(Collectors.toSet());
    List<String> missing =
        there.stream()
            .filter(column -> !given.contains(folded(column)))
            .filter(column -> !table.worksOut(column))
            .toList();
    return new DwcaColumns(table, columns, missing);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Returns what {@code sources/dwca/load_records.sql} and {@code load_media.sql} leave open. */
  Map<String, String> holes(RowStream stream, String where) {
    DwcaScan scan = new DwcaScan(stream);
    List<String> selected = new ArrayList<>();
    columns.forEach(
        (name, column) ->
            selected.add(first(cells(scan, column.name())) + " AS " + Quoted.name(name)));
    missing.forEach(name -> selected.add("NULL::VARCHAR AS " + Quoted.name(name)));
    if (table == DwcaTable.MEDIA) {
      selected.add(license(scan) + " AS license_text");
    }
    return scan.holes(selected, where);
  }

  private String license(DwcaScan scan) {
    List<String> said = new ArrayList<>();
    LICENSE_COLUMNS.forEach(name -> said.addAll(cells(scan, name)));
    return said.isEmpty()
        ? "NULL::VARCHAR"
        : "nullif(%s, '')".formatted(said.size() == 1 ? said.get(0) : joined(said));
  }

  /**
   * Returns the cells of the column {@code name}, then those of others that the archive calls so
   * too, with a number: Dublin Core has two terms {@code rights}, and publishers fill either.
   */
  private List<String> cells(DwcaScan scan, String name) {
    Pattern called = Pattern.compile(Pattern.quote(name) + "(_[0-9]+)?", Pattern.CASE_INSENSITIVE);
    return columns.values().stream()
        .filter(column -> called.matcher(column.name()).matches())
        .sorted(comparing(column -> column.name().length()))
        .map(scan::cell)
        .toList();
  }

  private static String first(List<String> cells) {
    return cells.size() == 1 ? cells.get(0) : "coalesce(%s)".formatted(String.join(", ", cells));
  }

  private static String joined(List<String> texts) {
    return "concat_ws(' | ', %s)".formatted(String.join(", ", texts));
  }
}
