package photocat.source.gbif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A page of records that a search has found. */
public final class SearchPage {
  /** What only GBIF's own pages need, or is there twice. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "key", "extensions", "media", "gadm", "issues", "crawlId", "installationKey", "country");

  private final JsonNode results;
  private final boolean isLast;

  private SearchPage(JsonNode results, boolean isLast) {
    this.results = results;
    this.isLast = isLast;
  }

  /**
   * A record with its cells by the names of its columns, and those of its media.
   *
   * @param id GBIF's number of it
   */
  public record Found(String id, Map<String, String> cells, List<Map<String, String>> media) {}

  static SearchPage of(JsonNode answer) {
    JsonNode results = answer.path("results");
    return new SearchPage(results, answer.path("endOfRecords").asBoolean() || results.isEmpty());
  }

  /** Reads what {@link #text} gave; empty where it is broken. */
  public static Optional<SearchPage> read(String text) {
    try {
      JsonNode json = GbifJson.read(text);
      return json.path("results").isArray() ? Optional.of(of(json)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Returns it as JSON, to be kept. */
  public String text() {
    return "{\"endOfRecords\":%s,\"results\":%s}".formatted(isLast, results);
  }

  /** Tells whether there is none behind it. */
  public boolean isLast() {
    return isLast;
  }

  /** Returns how many records it has. */
  public int size() {
    return results.size();
  }

  /** Returns its records. */
  public List<Found> records() {
    List<Found> all = new ArrayList<>();
    for (JsonNode result : results) {
      all.add(record(result));
    }
    return all;
  }

  private static Found record(JsonNode result) {
    Map<String, String> cells = new LinkedHashMap<>();
    String id = result.path("gbifID").asText(result.path("key").asText());
    cells.put("gbifID", id);
    result
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode() && !LEFT_OUT.contains(field.getKey())) {
                put(cells, name(field.getKey()), field.getValue());
              }
            });
    if (result.path("issues").isArray()) {
      String issues =
          StreamSupport.stream(result.path("issues").spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(";"));
      cells.put("issue", issues);
    }
    addPlaces(cells, result.path("gadm"));
    List<Map<String, String>> media = new ArrayList<>();
    for (JsonNode one : result.path("media")) {
      Map<String, String> medium = new LinkedHashMap<>();
      medium.put("gbifID", id);
      one.properties().forEach(field -> put(medium, name(field.getKey()), field.getValue()));
      media.add(medium);
    }
    return new Found(id, cells, media);
  }

  /** As downloads have them: level0Gid, level0Name … */
  private static void addPlaces(Map<String, String> cells, JsonNode gadm) {
    for (int level = 0; level <= 3; level++) {
      JsonNode place = gadm.path("level" + level);
      if (place.isObject()) {
        put(cells, "level" + level + "Gid", place.path("gid"));
        put(cells, "level" + level + "Name", place.path("name"));
      }
    }
  }

  /** Terms that GBIF does not know come as addresses. */
  private static String name(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private static void put(Map<String, String> cells, String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      cells.putIfAbsent(name, value.asText());
    }
  }
}
