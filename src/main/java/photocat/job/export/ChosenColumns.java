package photocat.job.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photocat.job.export.TableExport.Asked;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.NearestNames;
import photocat.model.PhotocatException;
import photocat.sql.NameList;

/** Finds the columns that a user names among those that a table has. */
final class ChosenColumns {
  private static final int MOST_NAMED = 20;

  private ChosenColumns() {}

  /**
   * Returns the columns asked for, in that order, spelt as the table spells them.
   *
   * @throws PhotocatException naming all that are not there, or the first that is named twice
   */
  static List<Column> of(Asked asked, List<Column> all) {
    List<Column> chosen = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : NameList.split(asked.columns().orElseThrow(), ',')) {
      Optional<Column> column = find(name, all);
      if (column.filter(chosen::contains).isPresent()) {
        throw usage(asked, "the column %s is named twice".formatted(name), "name it once");
      }
      column.ifPresentOrElse(chosen::add, () -> unknown.add(name));
    }
    if (!unknown.isEmpty()) {
      throw usage(asked, "it has no column " + String.join(", ", unknown), hint(unknown, all));
    }
    return chosen;
  }

  /** Returns the next step for somebody who does not know what the columns are called. */
  static String names(List<Column> all) {
    Stream<String> first = all.stream().limit(MOST_NAMED).map(Column::name);
    Stream<String> more = all.size() > MOST_NAMED ? Stream.of("…") : Stream.empty();
    return "its columns are " + Stream.concat(first, more).collect(Collectors.joining(", "));
  }

  /** As DuckDB does it, in any case; a quoted name may differ from another in case only. */
  private static Optional<Column> find(String name, List<Column> all) {
    return first(all, column -> column.name().equals(name))
        .or(() -> first(all, column -> column.name().equalsIgnoreCase(name)));
  }

  private static Optional<Column> first(List<Column> all, Predicate<Column> wanted) {
    return all.stream().filter(wanted).findFirst();
  }

  private static String hint(List<String> unknown, List<Column> all) {
    List<String> there = all.stream().map(Column::name).toList();
    List<String> near =
        unknown.stream().flatMap(name -> NearestNames.to(name, there).stream()).distinct().toList();
    return near.isEmpty() ? names(all) : "did you mean " + String.join(" or ", near);
  }

  private static PhotocatException usage(Asked asked, String found, String hint) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot export %s: %s".formatted(asked.table(), found))
        .withHint(hint);
  }
}
