package photocat.source.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.model.Checklist;

/**
 * The columns of a list that may hold keys of taxa in public checklists, by their place from 0.
 *
 * @param places columns whose keys are of one checklist, and may be bare
 * @param telling columns whose cells count where they say themselves of which checklist they are
 */
record ChecklistColumns(Map<Checklist, Integer> places, List<Integer> telling) {
  /** Those of a list that has none. */
  static final ChecklistColumns NONE = new ChecklistColumns(Map.of(), List.of());

  /** Columns about the taxon of the row, the best first. */
  private static final List<String> OF_TAXA =
      List.of(
          "taxonid",
          "scientificnameid",
          "taxonconceptid",
          "acceptednameusageid",
          "lsid",
          "taxonurl");

  /** Columns that hold such keys only perhaps. */
  private static final List<String> VAGUE =
      List.of("id", "key", "identifier", "url", "uri", "link");

  /** Finds them by what they are called; {@code key} is the column with the keys of the list. */
  static ChecklistColumns find(List<String> headers, Optional<Integer> key) {
    List<String> plain = headers.stream().map(HeaderWords::plain).toList();
    Map<Checklist, Integer> places = new EnumMap<>(Checklist.class);
    for (Checklist checklist : Checklist.values()) {
      checklist.columnIn(headers).ifPresent(at -> places.put(checklist, at));
    }
    List<Integer> telling = new ArrayList<>();
    key.ifPresent(telling::add);
    Stream.of(OF_TAXA, VAGUE)
        .flatMap(Collection::stream)
        .map(plain::indexOf)
        .filter(at -> at >= 0)
        .forEach(telling::add);
    return new ChecklistColumns(Map.copyOf(places), List.copyOf(telling));
  }

  /** Returns the column that stands for the names in a list without any. */
  Optional<Integer> inPlaceOfNames(List<String> headers) {
    List<String> plain = headers.stream().map(HeaderWords::plain).toList();
    return Stream.concat(
            Stream.of(Checklist.values()).map(places::get).filter(at -> at != null),
            OF_TAXA.stream().map(plain::indexOf).filter(at -> at >= 0))
        .findFirst();
  }

  /** The columns that the user named, instead of those that their names tell. */
  static ChecklistColumns named(Map<Checklist, Integer> places) {
    return new ChecklistColumns(Map.copyOf(places), List.of());
  }
}
