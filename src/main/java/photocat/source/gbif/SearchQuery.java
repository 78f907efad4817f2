package photocat.source.gbif;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** What a search asks for: parameters, of which each may have several values. Immutable. */
public final class SearchQuery {
  /** What says how to page, which is not the user's. */
  private static final Set<String> OF_PAGES =
      Set.of("limit", "offset", "facet", "facetLimit", "facetOffset", "facetMincount", "shuffle");

  private static final Set<String> FREE = Set.of("q", "matchCase", "verbatim");
  private static final String CHECKLIST = "checklistKey";
  private static final String MEDIA = "mediaType";
  private static final Set<String> TAXA = Set.of("taxonKey", "acceptedTaxonKey", "speciesKey");

  private final Map<String, List<String>> parameters;

  /**
   * What a file of JSON says.
   *
   * @param label the column by which gbif-dl would sort the photos into folders
   */
  public record OfFile(SearchQuery query, Optional<String> label) {}

  private SearchQuery(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads {@code key=value} words.
   *
   * @throws PhotocatException when one is none, or GBIF knows no such key
   */
  public static SearchQuery of(List<String> words) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw failure(
            "'%s' is no KEY=VALUE".formatted(OneLine.of(word)),
            "such as taxonKey=4DXXM country=ZA, or one file of JSON");
      }
      add(parameters, word.substring(0, equals).strip(), word.substring(equals + 1).strip());
    }
    return new SearchQuery(parameters).whole();
  }

  /**
   * Reads an object of JSON with a value, or a list of them, of each key: what gbif-dl takes.
   *
   * @param file its name, for messages
   */
  public static OfFile read(String file, String text) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    JsonNode whole = object(file, text);
    boolean isWrapped = whole.path("queries").isObject();
    JsonNode queries = isWrapped ? whole.path("queries") : whole;
    queries
        .properties()
        .forEach(
            field -> {
              boolean isLabel = !isWrapped && field.getKey().equals("label");
              if (!isLabel && field.getValue().isArray()) {
                field.getValue().forEach(one -> add(parameters, field.getKey(), text(one)));
              } else if (!isLabel) {
                add(parameters, field.getKey(), text(field.getValue()));
              }
            });
    Optional<String> label =
        Optional.of(whole.path("label").asText()).filter(named -> !named.isBlank());
    return new OfFile(new SearchQuery(parameters).whole(), label);
  }

  private static JsonNode object(String file, String text) {
    try {
      JsonNode json = GbifJson.read(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Told below.
    }
    throw failure(
        "%s is no JSON object".formatted(file),
        "such as {\"speciesKey\": [5352251, 3190653], \"country\": \"ZA\"}");
  }

  private static String text(JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      throw failure(
          "%s is no value".formatted(OneLine.of(value.toString())),
          "each key has a value, or a list of values");
    }
    return value.asText();
  }

  private static void add(Map<String, List<String>> parameters, String name, String given) {
    String value = name.equals(CHECKLIST) ? checklist(given) : given;
    String key = SearchKeys.capitals(name);
    String camel = FREE.contains(name) ? name : SearchKeys.camel(key);
    if (OF_PAGES.contains(name)) {
      throw failure(
          "%s is photocat's".formatted(name), "--max N and --shuffle SEED choose among all");
    }
    if (!FREE.contains(name) && !SearchKeys.isKnown(key)) {
      List<String> near = SearchKeys.near(name).stream().map(SearchKeys::camel).toList();
      throw failure(
          "there is no key \"%s\"".formatted(OneLine.of(name)),
          near.isEmpty()
              ? "techdocs.gbif.org/en/openapi/v1/occurrence names all"
              : "did you mean " + String.join(" or ", near));
    }
    SearchKeys.flaw(key, value)
        .ifPresent(
            words -> {
              throw failure(
                  "%s is \"%s\", must be %s".formatted(camel, OneLine.of(value), words),
                  "a key with several values is given several times");
            });
    parameters.computeIfAbsent(camel, unused -> new ArrayList<>()).add(value);
  }

  private static String checklist(String given) {
    return TaxonChecklist.named(given).map(TaxonChecklist::key).orElse(given);
  }

  /** Photos are what it is for; the checklist is always said, since GBIF's default is of before. */
  private SearchQuery whole() {
    SearchQuery whole = this;
    if (!parameters.containsKey(MEDIA)) {
      whole = whole.with(MEDIA, List.of("StillImage"));
    }
    if (!parameters.containsKey(CHECKLIST)) {
      List<String> taxa =
          parameters.entrySet().stream()
              .filter(each -> TAXA.contains(each.getKey()))
              .flatMap(each -> each.getValue().stream())
              .toList();
      TaxonChecklist checklist =
          TaxonChecklist.areOfBackbone(taxa) ? TaxonChecklist.BACKBONE : TaxonChecklist.COL;
      whole = whole.with(CHECKLIST, List.of(checklist.key()));
    }
    return whole;
  }

  /** Returns the same with these values of {@code key}, in the place of others. */
  public SearchQuery with(String key, List<String> values) {
    Map<String, List<String>> more = new LinkedHashMap<>(parameters);
    more.put(key, List.copyOf(values));
    return new SearchQuery(more);
  }

  List<String> values(String key) {
    return parameters.getOrDefault(key, List.of());
  }

  /** Returns it as an address has it. */
  public String text() {
    StringJoiner text = new StringJoiner("&");
    parameters.forEach(
        (key, values) ->
            values.forEach(
                value ->
                    text.add(key + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20"))));
    return text.toString();
  }

  /** Returns what the user asked for, in his words. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" ");
    parameters.forEach(
        (key, values) -> {
          if (!key.equals(CHECKLIST)) {
            text.add(key + "=" + String.join(",", values));
          }
        });
    return text.toString();
  }

  private static PhotocatException failure(String message, String hint) {
    return PhotocatException.of(ExitStatus.USAGE, "cannot search GBIF: " + message).withHint(hint);
  }
}
