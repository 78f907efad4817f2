package photocat.source.gbif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * What a user asks for beside a file or a list.
 *
 * @param format DWCA, SIMPLE_PARQUET or SIMPLE_CSV; empty: that of the file, else DWCA
 * @param checklist by whose names and keys records are found; empty: that of the file, else the
 *     Catalogue of Life
 * @param countries in two letters; empty for all, as of the others
 * @param licenses of records
 * @param bases what records rest on
 * @param years one, {@code 1990-2020}, {@code 1990-} or {@code -2020}
 */
public record RequestFilters(
    Optional<String> format,
    Optional<TaxonChecklist> checklist,
    List<String> countries,
    List<String> licenses,
    List<String> bases,
    Optional<String> years) {
  private static final Pattern YEAR = Pattern.compile("\\d{1,4}");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,4})?[-,](\\d{1,4})?");

  /** Copies the lists. */
  public RequestFilters {
    countries = List.copyOf(countries);
    licenses = List.copyOf(licenses);
    bases = List.copyOf(bases);
  }

  /** Returns them as predicates. */
  List<String> predicates() {
    List<String> all = new ArrayList<>();
    add(all, "COUNTRY", "--country", countries.stream().map(RequestFilters::capitals).toList());
    add(all, "LICENSE", "--license", licenses.stream().map(RequestFilters::license).toList());
    add(all, "BASIS_OF_RECORD", "--basis", bases.stream().map(SearchKeys::capitals).toList());
    years.ifPresent(text -> addYears(all, text));
    return all;
  }

  /** Returns how many values they have. */
  int values() {
    return countries.size() + licenses.size() + bases.size() + years.map(text -> 2).orElse(0);
  }

  private static void add(List<String> all, String key, String option, List<String> values) {
    for (String value : values) {
      SearchKeys.flaw(key, value)
          .ifPresent(
              words -> {
                throw failure(option, value, words);
              });
    }
    if (!values.isEmpty()) {
      all.add(GbifJson.in(key, values));
    }
  }

  private static void addYears(List<String> all, String text) {
    String years = text.strip();
    if (YEAR.matcher(years).matches()) {
      all.add(GbifJson.simple("equals", "YEAR", years));
      return;
    }
    Matcher span = SPAN.matcher(years);
    String first = span.matches() ? span.group(1) : null;
    String last = span.matches() ? span.group(2) : null;
    if (first == null && last == null) {
      throw failure("--year", text, "a year, 1990-2020, 1990- or -2020");
    }
    if (first != null) {
      all.add(GbifJson.simple("greaterThanOrEquals", "YEAR", first));
    }
    if (last != null) {
      all.add(GbifJson.simple("lessThanOrEquals", "YEAR", last));
    }
  }

  private static String capitals(String word) {
    return word.strip().toUpperCase(Locale.ROOT);
  }

  /** People write CC-BY, and GBIF has one version of each. */
  private static String license(String word) {
    String plain = capitals(word).replace('-', '_');
    return switch (plain) {
      case "CC0" -> "CC0_1_0";
      case "CC_BY", "CC_BY_NC" -> plain + "_4_0";
      default -> plain;
    };
  }

  private static PhotocatException failure(String option, String value, String words) {
    return PhotocatException.of(
            ExitStatus.USAGE,
            "%s is \"%s\", must be %s".formatted(option, OneLine.of(value), words))
        .withHint("'photocat gbif request --help' tells more");
  }
}
