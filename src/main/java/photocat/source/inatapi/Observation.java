package photocat.source.inatapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An observation.
 *
 * @param uuid in its usual form
 * @param taxon what it was identified as; empty for nothing yet
 * @param grade research, needs_id or casual; empty for another
 * @param licenseCode of the observation, not of its photos; empty for all rights reserved
 */
public record Observation(
    long id,
    String uuid,
    Optional<InatTaxon> taxon,
    Optional<String> grade,
    Optional<LocalDate> observedOn,
    Place place,
    boolean captive,
    Optional<String> licenseCode,
    Observer observer,
    Annotations annotations,
    List<ObservationPhoto> photos) {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Set<String> GRADES = Set.of("research", "needs_id", "casual");

  /** Copies the list. */
  public Observation {
    photos = List.copyOf(photos);
  }

  /**
   * Where it was, as the public may know it.
   *
   * @param accuracyM uncertainty in metres
   * @param obscured whether it is moved to hide the true place
   */
  public record Place(
      OptionalDouble latitude,
      OptionalDouble longitude,
      OptionalLong accuracyM,
      boolean obscured) {}

  /** Who observed it. */
  public record Observer(OptionalLong id, Optional<String> login, Optional<String> name) {}

  /**
   * Reads one of the results.
   *
   * @throws IllegalArgumentException saying what it lacks
   */
  static Observation of(JsonNode json) {
    long id = json.path("id").asLong();
    if (id <= 0) {
      throw new IllegalArgumentException("it has no number");
    }
    String uuid = json.path("uuid").asText("");
    if (!UUID.matcher(uuid).matches()) {
      throw new IllegalArgumentException("it has no uuid");
    }
    JsonNode user = json.path("user");
    return new Observation(
        id,
        uuid,
        InatTaxon.of(json.path("taxon")),
        text(json, "quality_grade").filter(GRADES::contains),
        day(json.path("observed_on").asText("")),
        place(json),
        json.path("captive").asBoolean(),
        text(json, "license_code"),
        new Observer(number(user, "id"), text(user, "login"), text(user, "name")),
        Annotations.of(json.path("annotations")),
        photos(json));
  }

  private static Place place(JsonNode json) {
    JsonNode location = json.path("location");
    JsonNode points = json.path("geojson").path("coordinates");
    List<Double> degrees = new ArrayList<>();
    if (location.isTextual()) {
      for (String part : location.asText().split(",", 3)) {
        degree(part).ifPresent(degrees::add);
      }
    } else if (location.size() == 2) {
      location.forEach(part -> degrees.add(part.asDouble(Double.NaN)));
    } else if (points.size() == 2) {
      degrees.add(points.get(1).asDouble(Double.NaN));
      degrees.add(points.get(0).asDouble(Double.NaN));
    }
    boolean isPlace =
        degrees.size() == 2 && Math.abs(degrees.get(0)) <= 90 && Math.abs(degrees.get(1)) <= 180;
    OptionalLong open = number(json, "public_positional_accuracy");
    boolean obscured = json.path("obscured").asBoolean();
    return new Place(
        isPlace ? OptionalDouble.of(degrees.get(0)) : OptionalDouble.empty(),
        isPlace ? OptionalDouble.of(degrees.get(1)) : OptionalDouble.empty(),
        open.isPresent() || obscured ? open : number(json, "positional_accuracy"),
        obscured);
  }

  private static Optional<Double> degree(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** In the order in which the observation shows them. */
  private static List<ObservationPhoto> photos(JsonNode json) {
    Map<Long, Integer> places = new HashMap<>();
    for (JsonNode each : json.path("observation_photos")) {
      long photo = each.path("photo").path("id").asLong(each.path("photo_id").asLong());
      places.put(photo, each.path("position").asInt(places.size()));
    }
    List<ObservationPhoto> photos = new ArrayList<>();
    for (JsonNode each : json.path("photos")) {
      int position = places.getOrDefault(each.path("id").asLong(), photos.size());
      ObservationPhoto.of(each, position).ifPresent(photos::add);
    }
    return photos;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.ofNullable(json.path(field).textValue()).filter(text -> !text.isBlank());
  }

  private static OptionalLong number(JsonNode json, String field) {
    JsonNode number = json.path(field);
    return number.isNumber() ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
  }
}
