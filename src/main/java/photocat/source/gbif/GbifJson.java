package photocat.source.gbif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;

/** JSON in one form, so that the same request is the same text. */
final class GbifJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private GbifJson() {}

  /** Reads JSON; only one value, as a second may be what the user forgot there. */
  static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER
        .readerFor(JsonNode.class)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readValue(text);
  }

  /** Returns {@code value} with the fields of all objects in order. */
  static String text(Object value) {
    try {
      Object plain = MAPPER.convertValue(value, Object.class);
      return MAPPER.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for people. */
  static String pretty(String json) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the predicate that {@code key} has one of {@code values}. */
  static String in(String key, List<String> values) {
    return values.size() == 1
        ? simple("equals", key, values.get(0))
        : text(Map.of("type", "in", "key", key, "values", values));
  }

  /** Returns a predicate of one value. */
  static String simple(String type, String key, String value) {
    return text(Map.of("type", type, "key", key, "value", value));
  }
}
