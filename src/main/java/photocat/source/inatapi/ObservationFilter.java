package photocat.source.inatapi;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import photocat.model.license.LicenseCode;

/**
 * Which observations of a taxon are wanted.
 *
 * @param grade research, needs_id, casual or any
 * @param licenses of the photos; empty for all but all rights reserved
 * @param places numbers of iNaturalist's places, of which one must hold it
 * @param from first day
 * @param to last day
 */
public record ObservationFilter(
    String grade,
    Set<LicenseCode> licenses,
    List<Long> places,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  /** Those whose codes version 2 of the interface takes. */
  private static final Set<LicenseCode> NAMED =
      EnumSet.of(
          LicenseCode.CC0,
          LicenseCode.CC_BY,
          LicenseCode.CC_BY_NC,
          LicenseCode.CC_BY_ND,
          LicenseCode.CC_BY_SA,
          LicenseCode.CC_BY_NC_ND,
          LicenseCode.CC_BY_NC_SA);

  /** Copies the collections. */
  public ObservationFilter {
    licenses = Set.copyOf(licenses);
    places = List.copyOf(places);
  }

  /** Tells whether a photo under {@code license} is wanted. */
  public boolean wants(LicenseCode license) {
    return licenses.isEmpty() ? license != LicenseCode.ARR : licenses.contains(license);
  }

  /**
   * Returns the parameters that all questions have in common. The interface knows observations with
   * a photo under one of the licences; that their other photos are, it does not promise.
   */
  public String parameters() {
    StringBuilder query = new StringBuilder("photos=true");
    if (!grade.equals("any")) {
      query.append("&quality_grade=").append(grade);
    }
    if (licenses.isEmpty()) {
      query.append("&photo_licensed=true");
    } else if (licenses.equals(Set.of(LicenseCode.ARR))) {
      query.append("&photo_licensed=false");
    } else if (NAMED.containsAll(licenses)) {
      query.append("&photo_license=").append(codes());
    }
    if (!places.isEmpty()) {
      query.append("&place_id=");
      query.append(places.stream().map(String::valueOf).collect(joining(",")));
    }
    from.ifPresent(day -> query.append("&d1=").append(day));
    to.ifPresent(day -> query.append("&d2=").append(day));
    return query.toString();
  }

  private String codes() {
    return licenses.stream()
        .sorted()
        .map(code -> code.text().toLowerCase(Locale.ROOT))
        .collect(joining(","));
  }
}
