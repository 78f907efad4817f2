package photocat.job.ingest;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import photocat.catalog.Session;
import photocat.model.CanonicalName;
import photocat.model.OneLine;
import photocat.source.inatapi.InatApi;
import photocat.source.inatapi.InatTaxon;
import photocat.source.inatapi.RefusedException;

/**
 * Finds what iNaturalist calls the species of a list: by what the catalogue knows, which costs no
 * question, else by asking. A name that is only like one is never taken for it.
 */
final class InatNames {
  private static final int MOST_NEAR = 3;

  private final InatApi api;
  private final Map<Long, InatTaxon> taxa;
  private final Consumer<String> note;
  private final Map<String, List<Known>> known = new HashMap<>();

  /** One of the taxa of a name. */
  private record Known(long id, String rank) {}

  /**
   * Names for the species of a list.
   *
   * @param taxa gets those that were found by asking, by number
   * @param note is told where a name is one that iNaturalist has given up
   */
  InatNames(
      Session session,
      InatApi api,
      List<String> names,
      Map<Long, InatTaxon> taxa,
      Consumer<String> note) {
    this.api = api;
    this.taxa = taxa;
    this.note = note;
    List<String> canonical = names.stream().map(InatNames::canonical).distinct().toList();
    session.list(
        "sources/inat-api/known_taxa",
        Map.of("names", canonical),
        row ->
            known
                .computeIfAbsent(row.text("canonical_name"), unused -> new ArrayList<>())
                .add(new Known(row.number("taxon_id"), row.optionalText("rank").orElse(""))));
  }

  /**
   * Returns the number of the taxon called {@code name}.
   *
   * @throws UnknownNameException when there is none, or several, in words
   */
  long find(String name) throws UnknownNameException {
    String canonical = canonical(name);
    List<Known> there = known.getOrDefault(canonical, List.of());
    if (!there.isEmpty()) {
      return one(name, there);
    }
    List<InatTaxon> found = search(canonical);
    List<Known> same = known(found.stream().filter(each -> is(each.name(), canonical)).toList());
    if (!same.isEmpty()) {
      return kept(one(name, same), found);
    }
    List<InatTaxon> renamed =
        found.stream().filter(each -> is(each.matchedTerm(), canonical)).toList();
    if (renamed.isEmpty()) {
      throw new UnknownNameException(
          "iNaturalist knows no taxon of that name"
              + (found.isEmpty() ? "" : "; it has " + near(found)));
    }
    long id = kept(one(name, known(renamed)), found);
    String now =
        renamed.stream().filter(each -> each.id() == id).map(InatTaxon::name).collect(joining());
    note.accept("%s is called %s by iNaturalist".formatted(OneLine.of(name), OneLine.of(now)));
    return id;
  }

  private long kept(long id, List<InatTaxon> found) {
    found.stream().filter(each -> each.id() == id).forEach(each -> taxa.put(id, each));
    return id;
  }

  /** Authors are no part of its names. */
  private List<InatTaxon> search(String name) throws UnknownNameException {
    try {
      return api.search(name);
    } catch (RefusedException e) {
      throw new UnknownNameException("iNaturalist does not answer: " + e.words());
    }
  }

  /**
   * Of taxa of one name the species counts before a group of species, the genus before its part.
   */
  private static long one(String name, List<Known> found) throws UnknownNameException {
    String usual = canonical(name).contains(" ") ? "species" : "genus";
    List<Known> usualOnes = found.stream().filter(each -> each.rank().equals(usual)).toList();
    List<Known> left = usualOnes.isEmpty() ? found : usualOnes;
    if (left.size() > 1) {
      throw new UnknownNameException(
          "iNaturalist has several taxa of that name, such as %s; give the number as inat_id"
              .formatted(
                  left.stream()
                      .limit(MOST_NEAR)
                      .map(each -> String.valueOf(each.id()))
                      .collect(joining(", "))));
    }
    return left.get(0).id();
  }

  private static List<Known> known(List<InatTaxon> taxa) {
    return taxa.stream().map(each -> new Known(each.id(), each.rank())).toList();
  }

  private static String near(List<InatTaxon> found) {
    return found.stream().limit(MOST_NEAR).map(InatTaxon::name).distinct().collect(joining(", "));
  }

  private static boolean is(String name, String canonical) {
    return canonical(name).equals(canonical);
  }

  private static String canonical(String name) {
    Optional<CanonicalName> read = CanonicalName.of(name);
    return read.map(CanonicalName::text).orElse(name.strip().toLowerCase(Locale.ROOT));
  }

  /** A name of a list that stands for no taxon, or for several. */
  static final class UnknownNameException extends Exception {
    private static final long serialVersionUID = 1;

    UnknownNameException(String words) {
      super(words);
    }
  }
}
