package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;
import photocat.http.ScriptedServer.Asked;
import photocat.model.Cancellation;

/** Searches of GBIF against a server that has records of several years. */
final class IngestGbifSearchTest {
  /** From the year to the number of records in it. */
  private final Map<Integer, Long> years = new HashMap<>(Map.of(2020, 700L, 2021, 5L));

  @TempDir private Path folder;
  private ScriptedServer server;
  private WholeRun run;
  private Runnable whenAsked = () -> {};
  private int refuseFrom = Integer.MAX_VALUE;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.answering(this::answer);
    run = new WholeRun(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void recordsAndAllMediaLandAsThoseOfAnArchive() throws IOException {
    assertThat(search("taxonKey=2431762", "country=US", "--name=salamanders"))
        .as(run.narration())
        .isZero();

    assertThat(run.narration())
        .contains("ingested 705 records and 1,410 media records in ")
        .contains("1,410 photos, 705 of them under an open licence");
    assertThat(pages())
        .hasSize(3)
        .allMatch(page -> page.contains("limit=") && !page.contains("%2C"));
    assertThat(pages().get(0))
        .contains(
            "taxonKey=2431762&country=US&mediaType=StillImage&checklistKey=d7dddbf4-",
            "limit=300&offset=0");
    assertThat(rows("SELECT name, regexp_extract(origin, 'search.*') FROM snapshots"))
        .contains("salamanders,")
        .contains("search?taxonKey=2431762&country=US&mediaType=StillImage");
    assertThat(
            rows(
                "SELECT scientific_name, license, record_license, observer_name, basis_of_record,"
                    + " observed_on, latitude FROM candidates WHERE photo_key LIKE '%/1-a.jpg'"))
        .contains(
            "\"Batrachoseps luciae \"\"x\"\"\",CC-BY-NC,CC0,Ann Bee,HUMAN_OBSERVATION,2020-05-01,36.5");
    assertThat(rows("SELECT record_page FROM candidates WHERE photo_key LIKE '%/1-b.jpg'"))
        .contains("https://p.example/record/1");
    assertThat(rows("SELECT nick, level0Gid, issue FROM dwca_records WHERE gbifID = '1'"))
        .contains("ann,USA,A;B");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.contains("ingest"));
    }
  }

  @Test
  void maxAndShuffleChoose() {
    assertThat(search("year=2020", "checklistKey=backbone", "--max=301", "--shuffle=7"))
        .as(run.narration())
        .isZero();

    assertThat(run.narration()).contains("ingested 301 records");
    assertThat(pages()).hasSize(2).allMatch(page -> page.contains("shuffle=7"));
    assertThat(pages().get(0)).contains("checklistKey=d7dddbf4-");
    assertThat(pages().get(1)).contains("limit=1&offset=300");
  }

  @Test
  void takesAFileOfGbifDl() throws IOException {
    Files.writeString(
        folder.resolve("queries.json"),
        "{\"speciesKey\": [5352251, 3190653], \"datasetKey\": \"50c9509d-22c7-4a22-a47d-8c48425ef4a7\","
            + " \"label\": \"speciesKey\"}");

    assertThat(search("queries.json", "--max=5")).as(run.narration()).isZero();

    assertThat(pages().get(0))
        .contains("speciesKey=5352251&speciesKey=3190653&datasetKey=50c9509d");
    assertThat(run.narration()).contains("--from dwca --label speciesKey");
  }

  @Test
  void longSearchesAreTold() {
    years.clear();
    years.putAll(Map.of(2018, 90_000L, 2019, 90_000L, 2020, 95_000L));
    refuseFrom = 6;

    assertThat(search("taxonKey=4DXXM")).isEqualTo(1);

    assertThat(run.narration())
        .contains("GBIF finds 275,000 records and pages through 100,000: split into 3 parts")
        .contains("warning: that is 917 pages, more than 15 minutes; GBIF asks to use a download");
  }

  @Test
  void goesOnWhereItStopped() {
    Cancellation stop = new Cancellation();
    run.stoppedBy(stop);
    whenAsked =
        () -> {
          if (pages().size() == 2) {
            stop.cancel();
          }
        };
    assertThat(search("year=2020")).isEqualTo(130);
    assertThat(run.narration())
        .containsPattern("the search was stopped; [36]00 of 700 records are kept")
        .contains("hint: the same command");

    whenAsked = () -> {};
    run.stoppedBy(new Cancellation());
    assertThat(search("year=2020")).as(run.narration()).isZero();

    assertThat(run.narration()).contains("ingested 700 records");
    assertThat(pages().stream().filter(page -> page.contains("offset=0"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "taxonkey=1|there is no key \"taxonkey\"|did you mean taxonKey",
        "taxonKy=1|there is no key \"taxonKy\"|did you mean taxonKey",
        "limit=5|limit is photocat|--max N",
        "country=Denmark|country is \"Denmark\", must be a country in two letters|several times",
        "year=now|year is \"now\", must be a whole number|several times",
        "none.json|cannot read none.json|give KEY=VALUE",
      })
  void saysWhatIsWrong(String word, String message, String hint) {
    assertThat(search(word)).isIn(1, 2);

    assertThat(run.narration()).contains(message, hint);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void saysWhatGbifDoesNotUnderstand() {
    assertThat(search("continent=asia,oceania")).isEqualTo(1);

    assertThat(run.narration())
        .contains("HTTP 400: Cannot parse asia,oceania into a known Continent", "hint: mend");
  }

  @Test
  void saysThatNothingIsFound() {
    years.clear();

    assertThat(search("taxonKey=4DXXM")).isEqualTo(1);

    assertThat(run.narration()).contains("GBIF finds no record with photos of that");
  }

  /** What was fetched for the first records of a search is none of its parts. */
  @Test
  void pagesOfOtherPartsAreNotMixed() {
    whenAsked = () -> refuseFrom = pages().size() == 2 ? 0 : Integer.MAX_VALUE;
    assertThat(search("year=2020", "--max=600")).isEqualTo(1);
    whenAsked = () -> {};
    refuseFrom = Integer.MAX_VALUE;

    assertThat(search("year=2020", "--max=400", "--shuffle=3")).as(run.narration()).isZero();

    assertThat(pages().stream().filter(page -> page.contains("shuffle=3"))).hasSize(2);
    assertThat(run.narration()).contains("ingested 400 records");
  }

  private int search(String... words) {
    return run.of(
        Stream.of(
                new String[] {"ingest", "gbif-search"},
                words,
                new String[] {"--set=gbif.api=" + server.at("/v1")})
            .flatMap(Arrays::stream)
            .toArray(String[]::new));
  }

  private String rows(String sql) {
    run.of("-c", sql);
    return run.data();
  }

  private List<String> pages() {
    return server.asked().stream()
        .map(Asked::target)
        .filter(target -> !target.contains("limit=0"))
        .toList();
  }

  private static long offset(String page) {
    return Long.parseLong(page.replaceFirst(".*offset=(\\d+).*", "$1"));
  }

  private Answer answer(Asked asked) {
    whenAsked.run();
    String target = asked.target();
    if (asked.number() >= refuseFrom) {
      return Answer.of(404, "");
    }
    if (target.contains("continent=")) {
      return Answer.of(400, "Cannot parse asia,oceania into a known Continent");
    }
    if (target.contains("facet=year")) {
      return facets("YEAR", years.entrySet().stream().map(Object::toString));
    }
    return page(target);
  }

  private Answer facets(String field, Stream<String> counts) {
    String all =
        counts
            .sorted()
            .map(each -> each.replaceFirst("(.*)=(.*)", "{\"name\":\"$1\",\"count\":$2}"))
            .collect(Collectors.joining(","));
    return Answer.json(
        "{\"count\":0,\"results\":[],\"facets\":[{\"field\":\"%s\",\"counts\":[%s]}]}"
            .formatted(field, all));
  }

  private long count(String target) {
    long all = 0;
    for (Map.Entry<Integer, Long> year : years.entrySet()) {
      if (!target.contains("year=") || target.contains("year=" + year.getKey())) {
        all += year.getValue();
      }
    }
    return all;
  }

  private Answer page(String target) {
    long count = count(target);
    long limit = Long.parseLong(target.replaceFirst(".*limit=(\\d+).*", "$1"));
    long offset = offset(target);
    String results =
        LongStream.range(offset, Math.min(count, offset + limit))
            .mapToObj(n -> record(n + 1))
            .collect(Collectors.joining(","));
    return Answer.json(
        "{\"offset\":%d,\"limit\":%d,\"endOfRecords\":%s,\"count\":%d,\"results\":[%s]}"
            .formatted(offset, limit, offset + limit >= count, count, results));
  }

  /** The shape is that of pygbif's recorded answers. */
  private static String record(long number) {
    return """
        {"key":%1$d,"gbifID":"%1$d","datasetKey":"50c9509d-22c7-4a22-a47d-8c48425ef4a7",
        "basisOfRecord":"HUMAN_OBSERVATION","scientificName":"Batrachoseps luciae \\"x\\"",
        "kingdom":"Animalia","taxonRank":"SPECIES","taxonKey":2431762,"speciesKey":2431762,
        "species":"Batrachoseps luciae","eventDate":"2020-05-01T10:00","decimalLatitude":36.5,
        "license":"http://creativecommons.org/publicdomain/zero/1.0/legalcode",
        "issues":["A","B"],"gadm":{"level0":{"gid":"USA","name":"United States"}},
        "http://unknown.org/nick":"ann","references":"https://p.example/record/%1$d","occurrenceRemarks":"two\\nlines\\tand a tab",
        "recordedByIDs":[],"media":[
        {"type":"StillImage","format":"image/jpeg","identifier":"https://p.example/%1$d-a.jpg",
        "creator":"Ann Bee","license":"http://creativecommons.org/licenses/by-nc/4.0/"},
        {"type":"StillImage","identifier":"https://p.example/%1$d-b.jpg","title":null}]}
        """
        .formatted(number);
  }
}
