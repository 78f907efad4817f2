package photocat.source.urls;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * Which columns of a list hold what, by their place from 0. Words are compared without regard to
 * case, spaces and signs.
 *
 * @param headers what the columns are called
 * @param places of the columns that are known
 */
public record UrlColumns(List<String> headers, Map<UrlRole, Integer> places) {
  private static final int MOST_NAMED = 50;

  /** Copies the collections. */
  public UrlColumns {
    headers = List.copyOf(headers);
    places = Map.copyOf(places);
  }

  /**
   * Finds the columns of a list.
   *
   * @param named by the user, who may leave out case and spaces around
   * @throws PhotocatException when one that is named is not there, or none holds addresses
   */
  public static UrlColumns find(List<String> headers, Map<UrlRole, String> named) {
    UrlColumns found = findSome(headers, named);
    if (!found.places.containsKey(UrlRole.URL)) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "none of its columns is known to hold addresses; its columns are " + listed(headers))
          .withHint("say which with --url COLUMN");
    }
    return found;
  }

  /** The same of a list that need not have a column with addresses. */
  public static UrlColumns findSome(List<String> headers, Map<UrlRole, String> named) {
    Map<UrlRole, Integer> places = new EnumMap<>(UrlRole.class);
    named.forEach((role, name) -> places.put(role, place(headers, role, name)));
    Set<Integer> taken = new HashSet<>(places.values());
    List<String> plain = plain(headers);
    for (UrlRole role : UrlRole.values()) {
      if (!places.containsKey(role)) {
        best(headers, plain, role, taken)
            .ifPresent(
                place -> {
                  places.put(role, place);
                  // What is spelt alike holds the same.
                  IntStream.range(0, headers.size())
                      .filter(at -> plain.get(at).equals(plain.get(place)))
                      .forEach(taken::add);
                });
      }
    }
    return new UrlColumns(headers, places);
  }

  /**
   * Returns the places of the columns whose name is that of the column at {@code place} but for
   * case, and for signs where it is a known one; that column is the first.
   */
  public List<Integer> spellings(int place) {
    boolean isKnown = places.containsValue(place);
    String name = headers.get(place);
    IntPredicate isAlike =
        at ->
            isKnown
                ? plain(headers.get(at)).equals(plain(name))
                : headers.get(at).strip().equalsIgnoreCase(name.strip());
    return IntStream.concat(
            IntStream.of(place),
            IntStream.range(0, headers.size()).filter(at -> at != place).filter(isAlike))
        .boxed()
        .toList();
  }

  /** Tells whether the usual words, or {@code named}, find a column with addresses. */
  static boolean areKnownIn(List<String> headers, Map<UrlRole, String> named) {
    String name = named.get(UrlRole.URL);
    return name == null
        ? best(headers, plain(headers), UrlRole.URL, Set.of()).isPresent()
        : among(headers, name).isPresent();
  }

  /** Returns for example {@code addresses from url; labels from species}. */
  public String told() {
    return places.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                "%s from %s"
                    .formatted(
                        entry.getKey() == UrlRole.URL
                            ? "address"
                            : entry.getKey().option().replace('-', ' '),
                        OneLine.of(headers.get(entry.getValue()))))
        .collect(joining("; "));
  }

  private static Optional<Integer> best(
      List<String> headers, List<String> plain, UrlRole role, Set<Integer> taken) {
    for (String word : role.words()) {
      int exact = headers.indexOf(word);
      if (exact >= 0 && !taken.contains(exact)) {
        return Optional.of(exact);
      }
      String sought = plain(word);
      for (int at = 0; at < plain.size(); at++) {
        if (plain.get(at).equals(sought) && !taken.contains(at)) {
          return Optional.of(at);
        }
      }
    }
    return Optional.empty();
  }

  private static int place(List<String> headers, UrlRole role, String name) {
    return among(headers, name)
        .orElseThrow(
            () ->
                PhotocatException.of(
                        ExitStatus.FAILED, "it has no column '%s'".formatted(OneLine.of(name)))
                    .withHint("--%s may name one of %s".formatted(role.option(), listed(headers))));
  }

  private static Optional<Integer> among(List<String> headers, String name) {
    int exact = headers.indexOf(name);
    return exact >= 0
        ? Optional.of(exact)
        : IntStream.range(0, headers.size())
            .filter(at -> headers.get(at).strip().equalsIgnoreCase(name.strip()))
            .boxed()
            .findFirst();
  }

  private static List<String> plain(List<String> headers) {
    return headers.stream().map(UrlColumns::plain).toList();
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static String listed(List<String> headers) {
    List<String> some =
        headers.stream().filter(h -> !h.isBlank()).limit(MOST_NAMED).map(OneLine::of).toList();
    return some.isEmpty()
        ? "without names"
        : String.join(", ", some) + (headers.size() > MOST_NAMED ? ", …" : "");
  }
}
