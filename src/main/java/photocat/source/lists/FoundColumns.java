package photocat.source.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param source the column with the sources of spellings, if one was asked for
 * @param spelling the column with original names beside the accepted ones, if there are sources
 * @param checklists the columns with keys of checklists
 */
record FoundColumns(
    List<String> headers,
    Optional<Integer> key,
    NameParts name,
    Optional<Integer> rank,
    Optional<Integer> authorship,
    Optional<Integer> source,
    Optional<Integer> spelling,
    ChecklistColumns checklists) {
  /** What a plain list has. */
  static final FoundColumns PLAIN =
      new FoundColumns(
          List.of(),
          Optional.empty(),
          NameParts.whole(0),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ChecklistColumns.NONE);

  String key(List<String> cells) {
    return cell(cells, key);
  }

  String name(List<String> cells) {
    return name.of(cells, cell(cells, rank));
  }

  /** Tells whether keys of checklists stand in the place of names, of which there are none. */
  boolean areNamesKeys() {
    return checklists.places().containsValue(name.name())
        || checklists.telling().contains(name.name());
  }

  /**
   * Returns what a row says beside key and name.
   *
   * @param keys of checklists, in the form in which they are compared
   */
  NameRow.Details details(List<String> cells, List<String> keys) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int at = 0; at < cells.size() && !headers.isEmpty(); at++) {
      if (!NameRow.isBlank(cells.get(at))) {
        texts.put(header(at), cells.get(at));
      }
    }
    return new NameRow.Details(
        cell(cells, spelling),
        cell(cells, source).strip(),
        cell(cells, rank).strip(),
        cell(cells, authorship).strip(),
        keys,
        texts);
  }

  /** Returns what a column is called, one without a name by its number. */
  private String header(int at) {
    String header = at < headers.size() ? headers.get(at).strip() : "";
    return header.isEmpty() ? "column " + (at + 1) : header;
  }

  private static String cell(List<String> cells, Optional<Integer> at) {
    return at.filter(place -> place < cells.size()).map(cells::get).orElse("");
  }

  /** Returns for example {@code names from genus + species; keys from TaxonID}. */
  String told() {
    if (headers.isEmpty()) {
      return "a name on each line";
    }
    return (areNamesKeys() ? "no names; keys for names from " : "names from ")
        + name.told(headers)
        + told(", by ", spelling.isEmpty() ? source : Optional.empty())
        + told("; keys from ", key)
        + told("; ranks from ", rank)
        + told("; authorship from ", authorship)
        + told("; spellings from ", spelling)
        + told(", by ", spelling.isEmpty() ? Optional.empty() : source);
  }

  private String told(String what, Optional<Integer> at) {
    return at.map(place -> what + OneLine.of(headers.get(place).strip())).orElse("");
  }
}
