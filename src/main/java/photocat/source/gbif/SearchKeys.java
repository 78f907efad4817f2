package photocat.source.gbif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import photocat.model.NearestNames;

/**
 * What occurrences can be asked by (gbif-api, {@code OccurrenceSearchParameter} of August 2026): in
 * capitals in requests for downloads, {@code TAXON_KEY}, and as {@code taxonKey} in searches.
 */
final class SearchKeys {
  private static final String WHOLE =
      """
      YEAR MONTH DAY START_DAY_OF_YEAR END_DAY_OF_YEAR CRAWL_ID
      NUCLEOTIDE_SEQUENCE_SEQUENCE_LENGTH NUCLEOTIDE_SEQUENCE_N_RUNS_CAPPED
      """;

  private static final String NUMBER =
      """
      DECIMAL_LATITUDE DECIMAL_LONGITUDE COORDINATE_UNCERTAINTY_IN_METERS ELEVATION DEPTH
      DISTANCE_FROM_CENTROID_IN_METERS ORGANISM_QUANTITY SAMPLE_SIZE_VALUE
      RELATIVE_ORGANISM_QUANTITY NUCLEOTIDE_SEQUENCE_GC_CONTENT
      NUCLEOTIDE_SEQUENCE_NON_IUPAC_FRACTION NUCLEOTIDE_SEQUENCE_NON_ACGTN_FRACTION
      NUCLEOTIDE_SEQUENCE_N_FRACTION
      """;

  private static final String TRUTH =
      """
      HAS_COORDINATE HAS_GEOSPATIAL_ISSUE IS_SEQUENCED REPATRIATED IS_IN_CLUSTER
      NUCLEOTIDE_SEQUENCE_NATURAL_LANGUAGE_DETECTED NUCLEOTIDE_SEQUENCE_ENDS_TRIMMED
      NUCLEOTIDE_SEQUENCE_GAPS_OR_WHITESPACE_REMOVED NUCLEOTIDE_SEQUENCE_INVALID
      """;

  private static final String KEY =
      """
      DATASET_KEY CHECKLIST_KEY PUBLISHING_ORG NETWORK_KEY INSTALLATION_KEY
      HOSTING_ORGANIZATION_KEY
      """;

  private static final String COUNTRY = "COUNTRY PUBLISHING_COUNTRY";

  private static final String TEXT =
      """
      EVENT_DATE EVENT_ID PARENT_EVENT_ID SAMPLING_PROTOCOL PREVIOUS_IDENTIFICATIONS
      LAST_INTERPRETED MODIFIED GBIF_REGION CONTINENT PUBLISHED_BY_GBIF_REGION INSTITUTION_CODE
      COLLECTION_CODE CATALOG_NUMBER RECORDED_BY IDENTIFIED_BY RECORD_NUMBER SEX TAXON_KEY
      ACCEPTED_TAXON_KEY KINGDOM_KEY PHYLUM_KEY CLASS_KEY ORDER_KEY FAMILY_KEY GENUS_KEY
      SUBGENUS_KEY SPECIES_KEY SCIENTIFIC_NAME VERBATIM_SCIENTIFIC_NAME TAXON_ID TAXON_CONCEPT_ID
      TAXONOMIC_STATUS GEOMETRY GEO_DISTANCE ISSUE TAXONOMIC_ISSUE TYPE_STATUS OCCURRENCE_ID
      ESTABLISHMENT_MEANS DEGREE_OF_ESTABLISHMENT PATHWAY ORGANISM_ID STATE_PROVINCE WATER_BODY
      LOCALITY PROTOCOL DATASET_CATEGORY PROJECT_ID PROGRAMME ORGANISM_QUANTITY_TYPE
      SAMPLE_SIZE_UNIT COLLECTION_KEY INSTITUTION_KEY RECORDED_BY_ID IDENTIFIED_BY_ID GADM_GID
      GADM_LEVEL_0_GID GADM_LEVEL_1_GID GADM_LEVEL_2_GID GADM_LEVEL_3_GID LIFE_STAGE
      DWCA_EXTENSION IUCN_RED_LIST_CATEGORY DATASET_ID DATASET_NAME OTHER_CATALOG_NUMBERS
      PREPARATIONS ISLAND ISLAND_GROUP GEOREFERENCED_BY HIGHER_GEOGRAPHY FIELD_NUMBER
      EARLIEST_EON_OR_LOWEST_EONOTHEM LATEST_EON_OR_HIGHEST_EONOTHEM
      EARLIEST_ERA_OR_LOWEST_ERATHEM LATEST_ERA_OR_HIGHEST_ERATHEM
      EARLIEST_PERIOD_OR_LOWEST_SYSTEM LATEST_PERIOD_OR_HIGHEST_SYSTEM
      EARLIEST_EPOCH_OR_LOWEST_SERIES LATEST_EPOCH_OR_HIGHEST_SERIES
      EARLIEST_AGE_OR_LOWEST_STAGE LATEST_AGE_OR_HIGHEST_STAGE LOWEST_BIOSTRATIGRAPHIC_ZONE
      HIGHEST_BIOSTRATIGRAPHIC_ZONE GROUP FORMATION MEMBER BED ASSOCIATED_SEQUENCES GBIF_ID
      GEOLOGICAL_TIME LITHOSTRATIGRAPHY BIOSTRATIGRAPHY DNA_SEQUENCE_ID
      NUCLEOTIDE_SEQUENCE_NUCLEOTIDE_SEQUENCE_ID NUCLEOTIDE_SEQUENCE_TARGET_GENE
      NUCLEOTIDE_SEQUENCE_SEQUENCE MEASUREMENT_TYPE MEASUREMENT_TYPE_ID
      """;

  /** What the values of a few keys are, the others are texts. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "MEDIA_TYPE", List.of("StillImage", "MovingImage", "Sound", "InteractiveResource"),
          "BASIS_OF_RECORD",
              List.of(
                  "HUMAN_OBSERVATION",
                  "MACHINE_OBSERVATION",
                  "OBSERVATION",
                  "PRESERVED_SPECIMEN",
                  "LIVING_SPECIMEN",
                  "FOSSIL_SPECIMEN",
                  "MATERIAL_SAMPLE",
                  "MATERIAL_CITATION",
                  "LITERATURE",
                  "OCCURRENCE"),
          "LICENSE", List.of("CC0_1_0", "CC_BY_4_0", "CC_BY_NC_4_0", "UNSPECIFIED", "UNSUPPORTED"),
          "OCCURRENCE_STATUS", List.of("PRESENT", "ABSENT"));

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,20})?");
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2}");

  private static final Map<String, Rule> ALL = all();

  private SearchKeys() {}

  /** What a value must be, in words and as a pattern that a whole value, or end of a range, is. */
  private record Rule(String words, Pattern pattern, boolean hasRanges) {}

  private static Map<String, Rule> all() {
    Map<String, Rule> all = new TreeMap<>();
    put(all, WHOLE, new Rule("a whole number", DIGITS, true));
    put(all, NUMBER, new Rule("a number", DECIMAL, true));
    put(all, TRUTH, new Rule("true or false", Pattern.compile("(?i)true|false"), false));
    put(all, KEY, new Rule("a key such as 7ddf754f-d193-4cc9-b351-99906754a03b", UUID, false));
    put(all, COUNTRY, new Rule("a country in two letters, such as ZA", LETTERS, false));
    put(all, TEXT, new Rule("a text", Pattern.compile("(?s).*\\S.*"), false));
    WORDS.forEach(
        (key, words) ->
            all.put(
                key,
                new Rule(
                    "one of " + String.join(", ", words),
                    Pattern.compile("(?i)" + String.join("|", words).replace("_", "[_-]?")),
                    false)));
    return all;
  }

  private static void put(Map<String, Rule> all, String keys, Rule rule) {
    for (String key : keys.strip().split("\\s+", -1)) {
      all.put(key, rule);
    }
  }

  static boolean isKnown(String key) {
    return ALL.containsKey(key);
  }

  /** Returns the keys that {@code word} may have meant, the nearest first. */
  static List<String> near(String word) {
    String capitals = capitals(word);
    return isKnown(capitals) ? List.of(capitals) : NearestNames.to(capitals, ALL.keySet());
  }

  /** Returns a word of searches, {@code taxonKey}, as requests for downloads have it. */
  static String capitals(String word) {
    return word.strip()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "_")
        .replaceAll("[\\s-]+", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** Returns a key as searches have it. */
  static String camel(String key) {
    List<String> words = new ArrayList<>(List.of(key.toLowerCase(Locale.ROOT).split("_", -1)));
    StringBuilder camel = new StringBuilder(words.remove(0));
    for (String word : words) {
      camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return camel.toString();
  }

  /** Says what values of {@code key} are, where {@code value} is none. */
  static Optional<String> flaw(String key, String value) {
    Rule rule = ALL.get(key);
    if (rule == null || rule.pattern().matcher(value).matches()) {
      return Optional.empty();
    }
    return rule.hasRanges() && isRange(value, rule.pattern())
        ? Optional.empty()
        : Optional.of(rule.words());
  }

  private static boolean isRange(String value, Pattern end) {
    List<String> ends = List.of(value.split(",", -1));
    return ends.size() == 2
        && ends.stream()
            .map(String::strip)
            .allMatch(each -> each.isEmpty() || each.equals("*") || end.matcher(each).matches());
  }
}
