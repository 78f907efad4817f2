package photocat.source.gbif;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.NearestNames;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * Looks a predicate through before GBIF does, which would say less of what is wrong and where. One
 * check of one predicate.
 */
final class PredicateCheck {
  /** GBIF takes that many, of taxa and of all other values. */
  static final int MOST_VALUES = 100_000;

  private static final int DEEPEST = 50;

  private static final Map<String, Set<String>> TYPES =
      Map.ofEntries(
          Map.entry("and", Set.of("predicates")),
          Map.entry("or", Set.of("predicates")),
          Map.entry("not", Set.of("predicate")),
          Map.entry("equals", Set.of("key", "value")),
          Map.entry("like", Set.of("key", "value")),
          Map.entry("lessThan", Set.of("key", "value")),
          Map.entry("lessThanOrEquals", Set.of("key", "value")),
          Map.entry("greaterThan", Set.of("key", "value")),
          Map.entry("greaterThanOrEquals", Set.of("key", "value")),
          Map.entry("in", Set.of("key", "values")),
          Map.entry("within", Set.of("geometry")),
          Map.entry("geoDistance", Set.of("latitude", "longitude", "distance")),
          Map.entry("isNull", Set.of("parameter")),
          Map.entry("isNotNull", Set.of("parameter")));

  /** Fields that may be there, and change nothing that is checked. */
  private static final Set<String> FREE = Set.of("type", "matchCase", "checklistKey");

  private static final String SHAPE =
      "(?is)\\s*(?:multi)?(?:point|linestring|polygon)\\s*(?:z\\s*)?\\(.*\\)\\s*"
          + "|\\s*geometrycollection\\s*\\(.*\\)\\s*";

  private static final String DISTANCE = "(?i)\\s*\\d+(?:\\.\\d+)?\\s*[a-z]{0,20}\\s*";

  private final String file;
  private final List<String> taxonKeys = new ArrayList<>();
  private long values;

  /** A check of what {@code file} holds, as messages name it. */
  PredicateCheck(String file) {
    this.file = file;
  }

  static boolean isType(String word) {
    return TYPES.containsKey(word);
  }

  /** Checks it, and all that is in it. */
  void check(JsonNode predicate) {
    check(predicate, "predicate", 1);
    if (values > MOST_VALUES) {
      throw failure(
          "it has %s, and GBIF takes %s"
              .formatted(Amounts.count(values, "value"), Amounts.count(MOST_VALUES)),
          "cut it into several requests");
    }
  }

  /** Returns the keys of taxa that it names. */
  List<String> taxonKeys() {
    return List.copyOf(taxonKeys);
  }

  private void check(JsonNode predicate, String place, int depth) {
    if (!predicate.isObject()) {
      throw failure(
          "%s is no predicate: { \"type\": …".formatted(place),
          "techdocs.gbif.org/en/data-use/api-downloads shows some");
    }
    if (depth > DEEPEST) {
      throw failure(
          "predicates lie in each other more than %d deep".formatted(DEEPEST),
          "\"in\" takes many values of one key");
    }
    String type = predicate.path("type").asText();
    Set<String> fields = TYPES.get(type);
    if (fields == null) {
      throw unknown("type", type, place, NearestNames.to(type, TYPES.keySet()));
    }
    checkFields(predicate, type, fields, place);
    switch (type) {
      case "and", "or" -> checkParts(predicate.path("predicates"), place, depth);
      case "not" -> check(predicate.path("predicate"), place + ".predicate", depth + 1);
      case "within" -> checkText(predicate.path("geometry"), place + ".geometry", SHAPE, "WKT");
      case "geoDistance" -> checkDistance(predicate, place);
      case "isNull", "isNotNull" -> checkKey(predicate.path("parameter"), place + ".parameter");
      default -> checkValues(predicate, type, place);
    }
  }

  private void checkFields(JsonNode predicate, String type, Set<String> fields, String place) {
    for (Iterator<String> names = predicate.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.contains(name) && !FREE.contains(name)) {
        throw unknown("field", name, place, List.copyOf(new TreeSet<>(fields)));
      }
    }
    for (String name : new TreeSet<>(fields)) {
      if (!predicate.has(name)) {
        throw failure(
            "%s is of type \"%s\" and has no \"%s\"".formatted(place, type, name),
            "add \"%s\"".formatted(name));
      }
    }
  }

  private void checkParts(JsonNode parts, String place, int depth) {
    if (!parts.isArray() || parts.isEmpty()) {
      throw failure(
          "%s.predicates has no predicates".formatted(place), "it is a list: [ { \"type\": …");
    }
    for (int at = 0; at < parts.size(); at++) {
      check(parts.get(at), "%s.predicates[%d]".formatted(place, at), depth + 1);
    }
  }

  private void checkValues(JsonNode predicate, String type, String place) {
    String key = checkKey(predicate.path("key"), place + ".key");
    if (!type.equals("in")) {
      checkValue(key, type, predicate.path("value"), place + ".value");
      return;
    }
    JsonNode list = predicate.path("values");
    if (!list.isArray() || list.isEmpty()) {
      throw failure("%s.values has no values".formatted(place), "it is a list: [ \"…\", \"…\" ]");
    }
    for (int at = 0; at < list.size(); at++) {
      checkValue(key, type, list.get(at), "%s.values[%d]".formatted(place, at));
    }
  }

  private String checkKey(JsonNode key, String place) {
    String name = key.asText();
    if (!SearchKeys.isKnown(name)) {
      throw unknown("key", name, place, SearchKeys.near(name));
    }
    return name;
  }

  private void checkValue(String key, String type, JsonNode value, String place) {
    if (!value.isValueNode() || value.isNull()) {
      throw failure("%s is no value".formatted(place), "\"in\" takes lists of values");
    }
    values++;
    String text = value.asText();
    if (!type.equals("like")) {
      SearchKeys.flaw(key, text)
          .ifPresent(
              words -> {
                throw failure(
                    "%s is \"%s\", and %s is %s".formatted(place, OneLine.of(text), key, words),
                    "mend it there");
              });
    }
    if (key.endsWith("TAXON_KEY") || key.equals("SPECIES_KEY")) {
      taxonKeys.add(text);
    }
  }

  private void checkDistance(JsonNode predicate, String place) {
    for (String axis : List.of("latitude", "longitude")) {
      String text = predicate.path(axis).asText();
      if (SearchKeys.flaw("DECIMAL_" + axis.toUpperCase(Locale.ROOT), text).isPresent()) {
        throw failure("%s.%s is no number".formatted(place, axis), "degrees, such as \"-33.9\"");
      }
    }
    checkText(predicate.path("distance"), place + ".distance", DISTANCE, "a distance such as 5km");
  }

  private void checkText(JsonNode value, String place, String form, String words) {
    if (!value.isTextual() || !value.asText().matches(form)) {
      throw failure(
          "%s is \"%s\", not %s".formatted(place, OneLine.of(value.asText()), words),
          "mend it there");
    }
  }

  private PhotocatException unknown(String what, String word, String place, List<String> near) {
    return failure(
        "%s: there is no %s \"%s\"".formatted(place, what, OneLine.of(word)),
        near.isEmpty()
            ? "techdocs.gbif.org/en/data-use/api-downloads names all"
            : "did you mean " + String.join(" or ", near));
  }

  private PhotocatException failure(String message, String hint) {
    return PhotocatException.of(
            ExitStatus.USAGE, "cannot ask GBIF for %s: %s".formatted(file, message))
        .withHint(hint);
  }
}
