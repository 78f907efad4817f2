package photocat.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import photocat.model.ExitStatus;
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

  private static final int MOST_COLUMNS = 100;
  private static final String BYTE_ORDER_MARK = "\ufeff";

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
      throw PhotocatException.of(ExitStatus.FAILED, "it holds no " + String.join(", ", missing))
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

  /** Returns the columns by which a row is found: one that lacks any of them is of no use. */
  public List<String> identifiers() {
    return switch (this) {
      case TAXA -> List.of("taxon_id");
      case OBSERVERS -> List.of("observer_id");
      case OBSERVATIONS -> List.of("observation_uuid");
      case PHOTOS -> List.of("photo_id", "observation_uuid");
      case PROJECTS -> List.of("project_id");
      case OBSERVATIONS_PROJECTS -> List.of("observation_uuid", "project_id");
    };
  }

  /**
   * Returns the columns that {@code headerLine} names: all of the table's, or all but the newest
   * ones in a bundle made before they were added. What else stands between them is called by its
   * place, {@code column_3}: an outside name is none to trust.
   *
   * @throws PhotocatException when one is missing or named twice, or in another order
   */
  List<String> columnsOf(String headerLine) {
    List<String> found = namesIn(headerLine);
    String difference = difference(found);
    if (difference.isEmpty()) {
      return IntStream.range(0, found.size())
          .mapToObj(i -> columns().contains(found.get(i)) ? found.get(i) : "column_" + (i + 1))
          .toList();
    }
    throw PhotocatException.of(ExitStatus.FAILED, "its header has " + difference)
        .withHint(
            "expected the columns " + String.join(", ", columns()) + " with TABs between them");
  }

  /** Returns the names in {@code headerLine} that the table does not have, as they may be shown. */
  List<String> unknownIn(String headerLine) {
    return unknown(namesIn(headerLine));
  }

  private static List<String> namesIn(String headerLine) {
    String line = headerLine.startsWith(BYTE_ORDER_MARK) ? headerLine.substring(1) : headerLine;
    return List.of(line.split("\t", -1));
  }

  private List<String> unknown(List<String> found) {
    return found.stream()
        .filter(column -> !columns().contains(column))
        .map(column -> "'" + OneLine.of(column) + "'")
        .toList();
  }

  /** Returns what is wrong with a header, empty if nothing is. */
  private String difference(List<String> found) {
    if (found.get(found.size() - 1).endsWith("\r")) {
      return "a carriage return before its line end (the exporter writes none)";
    }
    if (found.size() > MOST_COLUMNS) {
      return "more than " + MOST_COLUMNS + " columns";
    }
    List<String> needed = columns().subList(0, columns().size() - optionalColumns);
    List<String> missing = needed.stream().filter(column -> !found.contains(column)).toList();
    if (!missing.isEmpty()) {
      return Stream.concat(
              missing.stream().map(column -> "no column " + column),
              unknown(found).stream().limit(5).map(column -> "the unknown column " + column))
          .collect(Collectors.joining(" and "));
    }
    List<String> known = found.stream().filter(columns()::contains).toList();
    if (Set.copyOf(known).size() < known.size()) {
      return "a column more than once";
    }
    boolean inOrder = known.equals(columns().subList(0, known.size()));
    return inOrder ? "" : "its columns in another order";
  }
}
