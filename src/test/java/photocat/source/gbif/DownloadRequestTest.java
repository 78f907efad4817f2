package photocat.source.gbif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.http.Credentials;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class DownloadRequestTest {
  private static final RequestFilters NONE =
      new RequestFilters(
          Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

  private static final Optional<GbifAccount> ANN =
      Optional.of(new GbifAccount(new Credentials("ann", "s3cret"), Optional.of("ann@x.org")));

  /** The shape is that of gbifxdl's examples. */
  private static final String PAYLOAD =
      """
      {
        "creator": "somebody",
        "notificationAddresses": ["one@x.org"],
        "sendNotification": true,
        "format": "DWCA",
        "predicate": {"type": "and", "predicates": [
          {"type": "in", "key": "TAXON_KEY", "values": ["7017", "5343"]},
          {"type": "equals", "key": "MEDIA_TYPE", "value": "StillImage"},
          {"type": "in", "key": "COUNTRY", "values": ["DK", "GB"]}
        ]}
      }
      """;

  @Test
  void sendsAPayloadAsItsUserWithAChecklist() {
    DownloadRequest request = DownloadRequest.read("f.json", PAYLOAD, NONE);

    assertThat(request.body(ANN))
        .isEqualTo(
            "{\"creator\":\"ann\",\"notificationAddresses\":[\"one@x.org\"],"
                + "\"sendNotification\":true,\"format\":\"DWCA\","
                + "\"checklistKey\":\"d7dddbf4-2cf0-4f39-9b2a-bb099caae36c\","
                + "\"predicate\":{\"predicates\":["
                + "{\"key\":\"TAXON_KEY\",\"type\":\"in\",\"values\":[\"7017\",\"5343\"]},"
                + "{\"key\":\"MEDIA_TYPE\",\"type\":\"equals\",\"value\":\"StillImage\"},"
                + "{\"key\":\"COUNTRY\",\"type\":\"in\",\"values\":[\"DK\",\"GB\"]}"
                + "],\"type\":\"and\"}}")
        .doesNotContain("s3cret");
    assertThat(request.notes())
        .containsExactly(
            "its keys of taxa are numbers, and taken for those of GBIF's backbone; --checklist col"
                + " says otherwise");
  }

  @Test
  void takesAPredicateAlone() {
    DownloadRequest request =
        DownloadRequest.read(
            "p.json", "{\"type\":\"equals\",\"key\":\"TAXON_KEY\",\"value\":\"4DXXM\"}", NONE);

    assertThat(request.checklist()).isEqualTo(TaxonChecklist.COL.key());
    assertThat(request.format()).isEqualTo("DWCA");
    assertThat(request.body(ANN)).contains("\"notificationAddresses\":[\"ann@x.org\"]");
    assertThat(request.body(Optional.empty()))
        .startsWith("{\"notificationAddresses\":[],\"sendNotification\":false");
  }

  @Test
  void theSameInOtherWordsIsTheSame() {
    String one = "{\"type\":\"equals\",\"key\":\"YEAR\",\"value\":\"1990,2000\"}";
    String two =
        "{ \"predicate\": {\"value\": \"1990,2000\", \"key\": \"YEAR\", \"type\": \"equals\"}}";

    assertThat(DownloadRequest.read("1", one, NONE).predicate())
        .isEqualTo(DownloadRequest.read("2", two, NONE).predicate());
  }

  @Test
  void takesWhatRgbifWritesAndGeometry() {
    String json =
        """
        {"notification_address": ["a@b.c"], "predicate": [{"type": "and", "predicates": [
          {"type": "within", "geometry": "POLYGON((-14 42, 9 38, -7 26, -14 42))"},
          {"type": "geoDistance", "latitude": "-33.9", "longitude": 18, "distance": "5km"},
          {"type": "not", "predicate": {"type": "isNotNull", "parameter": "ELEVATION"}},
          {"type": "like", "key": "CATALOG_NUMBER", "value": "PAPS5-*", "matchCase": "true"},
          {"type": "equals", "key": "HAS_COORDINATE", "value": true},
          {"type": "equals", "key": "BASIS_OF_RECORD", "value": "human_observation"}]}]}
        """;

    assertThat(DownloadRequest.read("r.json", json, NONE).body(ANN))
        .contains("\"notificationAddresses\":[\"a@b.c\"]", "\"latitude\":\"-33.9\"");
  }

  @Test
  void filtersAreJoined() {
    RequestFilters filters =
        new RequestFilters(
            Optional.of("SIMPLE_PARQUET"),
            Optional.of(TaxonChecklist.COL),
            List.of("za", "NA"),
            List.of("CC-BY"),
            List.of("HumanObservation"),
            Optional.of("1990-"));

    DownloadRequest request = DownloadRequest.ofTaxa(List.of("4DXXM", "8W2YL"), filters);

    assertThat(request.format()).isEqualTo("SIMPLE_PARQUET");
    assertThat(request.predicate())
        .isEqualTo(
            "{\"predicates\":[{\"key\":\"TAXON_KEY\",\"type\":\"in\",\"values\":[\"4DXXM\",\"8W2YL\"]},"
                + "{\"key\":\"COUNTRY\",\"type\":\"in\",\"values\":[\"ZA\",\"NA\"]},"
                + "{\"key\":\"LICENSE\",\"type\":\"equals\",\"value\":\"CC_BY_4_0\"},"
                + "{\"key\":\"BASIS_OF_RECORD\",\"type\":\"equals\",\"value\":\"HUMAN_OBSERVATION\"},"
                + "{\"key\":\"YEAR\",\"type\":\"greaterThanOrEquals\",\"value\":\"1990\"},"
                + "{\"key\":\"MEDIA_TYPE\",\"type\":\"equals\",\"value\":\"StillImage\"}],"
                + "\"type\":\"and\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"type\":\"equals\",\"key\":\"taxonKey\",\"value\":\"1\"}`"
            + "|predicate.key: there is no key \"taxonKey\"|did you mean TAXON_KEY",
        "`{\"type\":\"equals\",\"key\":\"TAXONKEY\",\"value\":\"1\"}`"
            + "|predicate.key: there is no key \"TAXONKEY\"|did you mean TAXON_KEY",
        "`{\"type\":\"equal\",\"key\":\"YEAR\",\"value\":\"1\"}`"
            + "|predicate: there is no type \"equal\"|did you mean equals",
        "`{\"type\":\"and\",\"predicates\":[{\"type\":\"equals\",\"key\":\"YEAR\",\"value\":\"MM\"}]}`"
            + "|predicate.predicates[0].value is \"MM\", and YEAR is a whole number|mend it there",
        "`{\"type\":\"in\",\"key\":\"COUNTRY\",\"values\":[\"DK\",\"Denmark\"]}`"
            + "|predicate.values[1] is \"Denmark\", and COUNTRY is a country in two letters, such as ZA|mend",
        "`{\"type\":\"equals\",\"key\":\"MEDIA_TYPE\",\"value\":\"Photo\"}`"
            + "|predicate.value is \"Photo\", and MEDIA_TYPE is one of StillImage, MovingImage, Sound,|mend",
        "`{\"type\":\"equals\",\"key\":\"DATASET_KEY\",\"value\":\"inat\"}`"
            + "|predicate.value is \"inat\", and DATASET_KEY is a key such as|mend",
        "`{\"type\":\"in\",\"key\":\"YEAR\",\"value\":\"1\"}`"
            + "|predicate: there is no field \"value\"|did you mean key or values",
        "`{\"type\":\"in\",\"key\":\"YEAR\",\"values\":[]}`|predicate.values has no values|it is a list",
        "`{\"type\":\"equals\",\"key\":\"YEAR\"}`"
            + "|predicate is of type \"equals\" and has no \"value\"|add \"value\"",
        "`{\"type\":\"equals\",\"key\":\"YEAR\",\"value\":[1]}`|predicate.value is no value|\"in\" takes",
        "`{\"type\":\"not\",\"predicate\":7}`|predicate.predicate is no predicate|techdocs",
        "`{\"type\":\"isNull\",\"key\":\"YEAR\"}`"
            + "|predicate: there is no field \"key\"|did you mean parameter",
        "`{\"type\":\"within\",\"geometry\":\"everywhere\"}`"
            + "|predicate.geometry is \"everywhere\", not WKT|mend it",
        "`{\"predicat\":{}}`|there is no field \"predicat\"|did you mean predicate",
        "`{\"format\":\"DWCA\"}`|it has no \"predicate\"|all of GBIF would come without one",
        "`{\"predicate\":{\"type\":\"and\",\"predicates\":[]}}`|predicate.predicates has no predicates|list",
        "`{\"sql\":\"SELECT 1\",\"format\":\"SQL_TSV_ZIP\"}`|it asks by SQL, which brings no photos|ask by",
        "`{\"format\":\"SPECIES_LIST\",\"predicate\":{\"type\":\"isNull\",\"parameter\":\"YEAR\"}}`"
            + "|its format is \"SPECIES_LIST\", which photocat cannot take in|only DWCA has photos",
        "`{\"password\":\"s3cret\",\"predicate\":{\"type\":\"isNull\",\"parameter\":\"YEAR\"}}`"
            + "|there is no field \"password\"|there are",
        "`[]`|it is no JSON object|it begins with",
        "`{\"type\": equals}`|it is no JSON: line 1: Unrecognized token 'equals'|mend it there",
        "`{\"type\":\"isNull\",\"parameter\":\"YEAR\"} {}`|it is no JSON: line 1|mend it there",
      })
  void saysWhatIsWrongAndWhere(String json, String message, String hint) {
    PhotocatException failure = failure(json, NONE);

    assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
    assertThat(failure.message()).startsWith("cannot ask GBIF for f.json: " + message);
    assertThat(failure.message() + failure.hint()).doesNotContain("s3cret");
    assertThat(failure.hint().orElseThrow()).contains(hint);
  }

  @Test
  void refusesMoreValuesThanGbifTakes() {
    String many =
        IntStream.rangeClosed(1, 100_001)
            .mapToObj(n -> "\"" + n + "\"")
            .collect(Collectors.joining(","));

    assertThat(
            failure("{\"type\":\"in\",\"key\":\"TAXON_KEY\",\"values\":[" + many + "]}", NONE)
                .message())
        .endsWith("it has 100,001 values, and GBIF takes 100,000");
  }

  @Test
  void refusesADeepNest() {
    String deep = "{\"type\":\"not\",\"predicate\":";
    String json =
        String.join("", Collections.nCopies(400, deep))
            + "{\"type\":\"isNull\",\"parameter\":\"YEAR\"}"
            + "}".repeat(400);

    assertThat(failure(json, NONE).message()).endsWith("lie in each other more than 50 deep");
  }

  @Test
  void twoChecklistsContradictEachOther() {
    RequestFilters backbone =
        new RequestFilters(
            Optional.empty(),
            Optional.of(TaxonChecklist.BACKBONE),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    String json =
        "{\"checklistKey\":\"%s\",\"predicate\":{\"type\":\"isNull\",\"parameter\":\"YEAR\"}}"
            .formatted(TaxonChecklist.COL.key());

    assertThat(failure(json, backbone).message()).endsWith("and --checklist says backbone");
    assertThat(DownloadRequest.read("f.json", json, NONE).checklist())
        .isEqualTo(TaxonChecklist.COL.key());
  }

  @ParameterizedTest
  @CsvSource({"x", "1990-x", "-", "1990--2000", "99999"})
  void refusesYearsThatAreNone(String years) {
    RequestFilters filters =
        new RequestFilters(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(years));

    assertThat(failure("{\"type\":\"isNull\",\"parameter\":\"YEAR\"}", filters).message())
        .isEqualTo("--year is \"%s\", must be a year, 1990-2020, 1990- or -2020", years);
  }

  private static PhotocatException failure(String json, RequestFilters filters) {
    return catchThrowableOfType(
        PhotocatException.class, () -> DownloadRequest.read("f.json", json, filters));
  }
}
