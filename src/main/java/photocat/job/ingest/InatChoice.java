package photocat.job.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import photocat.job.JobSettings;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.license.LicenseCode;
import photocat.source.inatapi.ObservationFilter;

/**
 * What a user asks iNaturalist's interface for, in his words.
 *
 * @param species a list of names; empty for the shortlist, or the usual file
 * @param name of the snapshot; empty for that of the list
 * @param observations most of each species
 * @param licenses codes, and {@code any}
 * @param api address of the interface; empty for that of the settings
 */
public record InatChoice(
    Optional<Path> species,
    boolean fromShortlist,
    Optional<String> name,
    long observations,
    String quality,
    List<String> licenses,
    List<Long> places,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    boolean anew,
    Optional<String> api) {
  private static final List<String> GRADES = List.of("research", "needs_id", "casual", "any");
  private static final String ANY = "any";
  private static final String OF_SHORTLIST = "shortlist";

  /** Copies the lists. */
  public InatChoice {
    licenses = List.copyOf(licenses);
    places = List.copyOf(places);
  }

  /**
   * Returns what that comes to.
   *
   * @param usual the list that is read where none is named
   * @throws PhotocatException {@link ExitStatus#USAGE} when a word is wrong, or two contradict each
   *     other
   */
  public InatApiIngest.Request request(Path usual, JobSettings settings) {
    if (species.isPresent() && fromShortlist) {
      throw usage("--species and --from-shortlist exclude each other", "give one of them");
    }
    if (observations < 1) {
      throw usage("--observations is %d".formatted(observations), "give 1 or more");
    }
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw usage(
          "--d1 %s is after --d2 %s".formatted(from.get(), to.get()),
          "give the first day with --d1, the last with --d2");
    }
    Optional<Path> list = fromShortlist ? Optional.empty() : Optional.of(species.orElse(usual));
    return new InatApiIngest.Request(
        name.orElseGet(() -> list.map(InatChoice::nameOf).orElse(OF_SHORTLIST)),
        list,
        new ObservationFilter(grade(), codes(), places, from, to),
        observations,
        anew,
        api.orElse(settings.sources().inatApi()),
        settings.http());
  }

  private String grade() {
    String grade = quality.strip().toLowerCase(Locale.ROOT);
    if (!GRADES.contains(grade)) {
      throw usage(
          "--quality is \"%s\"".formatted(quality), "give one of " + String.join(", ", GRADES));
    }
    return grade;
  }

  /** {@code any} beside others adds them to all that are not all rights reserved. */
  private Set<LicenseCode> codes() {
    Set<LicenseCode> codes = EnumSet.noneOf(LicenseCode.class);
    boolean any = licenses.isEmpty();
    for (String each : licenses) {
      String text = each.strip().replace('_', '-');
      if (text.equalsIgnoreCase(ANY)) {
        any = true;
      } else {
        codes.add(code(text));
      }
    }
    if (any && codes.contains(LicenseCode.ARR)) {
      return EnumSet.allOf(LicenseCode.class);
    }
    return any ? Set.of() : codes;
  }

  private static LicenseCode code(String text) {
    return Arrays.stream(LicenseCode.values())
        .filter(code -> code.text().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                usage(
                    "--license has \"%s\"".formatted(text),
                    "give any, arr, or some of cc0, cc-by, cc-by-nc, cc-by-nd, cc-by-sa,"
                        + " cc-by-nc-nd, cc-by-nc-sa"));
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static PhotocatException usage(String found, String hint) {
    return PhotocatException.of(ExitStatus.USAGE, "cannot ask iNaturalist: " + found)
        .withHint(hint);
  }
}
