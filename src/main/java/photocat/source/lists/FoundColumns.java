package photocat.source.lists;

import java.util.List;
import java.util.Optional;
import photocat.model.OneLine;

/**
 * The columns that a list is read by, by their place from 0.
 *
 * @param headers what the columns are called; empty for a plain list
 * @param key the column with keys, if any
 * @param name the columns that make the name
 * @param rank the column with ranks, if any
 * @param authorship the column with authors, if any
 */
record FoundColumns(
    List<String> headers,
    Optional<Integer> key,
    NameParts name,
    Optional<Integer> rank,
    Optional<Integer> authorship) {
  /** What a plain list has. */
  static final FoundColumns PLAIN =
      new FoundColumns(
          List.of(), Optional.empty(), NameParts.whole(0), Optional.empty(), Optional.empty());

  String key(List<String> cells) {
    return cell(cells, key);
  }

  String name(List<String> cells) {
    return name.of(cells, cell(cells, rank));
  }

  private static String cell(List<String> cells, Optional<Integer> at) {
    return at.filter(place -> place < cells.size()).map(cells::get).orElse("");
  }

  /** Returns for example {@code names from genus + species; keys from TaxonID}. */
  String told() {
    if (headers.isEmpty()) {
      return "a name on each line";
    }
    return "names from "
        + name.told(headers)
        + told("; keys from ", key)
        + told("; ranks from ", rank)
        + told("; authorship from ", authorship);
  }

  private String told(String what, Optional<Integer> at) {
    return at.map(place -> what + OneLine.of(headers.get(place).strip())).orElse("");
  }
}
