package photocat.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import photocat.model.Kind;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * The tables of an iNaturalist Open Data bundle with the columns its exporter writes, in its order
 * ({@code lib/open_data_archive.js} of iNaturalistAPI).
 */
public enum BundleTable {
  TAXA(true, 0, "taxon_id", "ancestry", "rank_level", "rank", "name", "active"),
  OBSERVERS(true, 0, "observer_id", "login", "name"),
  /** Has {@code anomaly_score} since December 2024. */
  OBSERVATIONS(
      true,
      1,
      "observation_uuid",
      "observer_id",
      "latitude",
      "longitude",
      "positional_accuracy",
      "taxon_id",
      "quality_grade",
      "observed_on",
      "anomaly_score"),
  PHOTOS(
      true,
      0,
      "photo_uuid",
      "photo_id",
      "observation_uuid",
      "observer_id",
      "extension",
      "license",
      "width",
      "height",
      "position"),
  /** Written since August 2025. */
  PROJECTS(false, 0, "project_id", "title", "slug"),
  /** Written since August 2025. */
  OBSERVATIONS_PROJECTS(false, 0, "observation_uuid", "project_id");

  private final boolean required;
  private final int optionalColumns;
  private final String header;

  BundleTable(boolean required, int optionalColumns, String... columns) {
    this.required = required;
    this.optionalColumns = optionalColumns;
    this.header = String.join("\t", columns);
  }

  /**
   * Returns the table that a file of this name holds, gzipped or not; folders are not looked at.
   */
  static Optional<BundleTable> ofFileName(String fileName) {
    for (BundleTable table : values()) {
      if (fileName.equals(table.fileName()) || fileName.equals(table.fileName() + ".gz")) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  /** Refuses a bundle that has only {@code found} when a required table is not among them. */
  static void requireAll(Set<BundleTable> found) {
    List<String> missing =
        Arrays.stream(values())
            .filter(table -> table.required && !found.contains(table))
            .map(BundleTable::fileName)
            .toList();
    if (!missing.isEmpty()) {
      throw PhotocatException.of(Kind.FAILED, "it holds no " + String.join(", ", missing))
          .withHint("give the bundle's .tar.gz, or the folder that holds its .csv files");
    }
  }

  /** Returns the table's file name in a bundle, for example {@code taxa.csv}. */
  public String fileName() {
    return tableName() + ".csv";
  }

  /** Returns the exporter's name of the table, for example {@code observations_projects}. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether a bundle without this table is refused. */
  public boolean isRequired() {
    return required;
  }

  /** Returns every column a bundle may have, in the exporter's order. */
  public List<String> columns() {
    return List.of(header.split("\t"));
  }

  /**
   * Returns the columns that {@code headerLine} names: all of the table's, or all but the newest
   * ones in a bundle made before they were added.
   *
   * @throws PhotocatException when it names others, too few, or in another order
   */
  List<String> columnsOf(String headerLine) {
    List<String> found = List.of(headerLine.split("\t", -1));
    List<String> all = columns();
    List<String> needed = all.subList(0, all.size() - optionalColumns);
    if (found.equals(all) || found.equals(needed)) {
      return found;
    }
    throw PhotocatException.of(Kind.FAILED, "its header has " + difference(found, needed))
        .withHint("expected the columns " + String.join(", ", all) + " with TABs between them");
  }

  private String difference(List<String> found, List<String> needed) {
    if (found.get(found.size() - 1).endsWith("\r")) {
      return "a carriage return before its line end (the exporter writes none)";
    }
    List<String> differences = new ArrayList<>();
    needed.stream()
        .filter(column -> !found.contains(column))
        .forEach(c -> differences.add("no column " + c));
    found.stream()
        .filter(column -> !columns().contains(column))
        .limit(5)
        .forEach(column -> differences.add("the unknown column '" + OneLine.of(column) + "'"));
    return differences.isEmpty()
        ? "its columns in another order"
        : String.join(" and ", differences);
  }
}
