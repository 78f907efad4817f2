package photocat.source.gbif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import photocat.http.HttpSettings;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;
import photocat.http.Timekeeper;
import photocat.model.Cancellation;
import photocat.source.gbif.OccurrenceSearch.Part;
import photocat.source.gbif.OccurrenceSearch.Split;

/** How searches that find more than GBIF pages through are split. */
final class OccurrenceSearchTest {
  private static final SearchQuery QUERY =
      SearchQuery.of(List.of("taxonKey=4DXXM", "year=1990,2020"));

  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void yearsAreAskedForTogetherAsFarAsTheyFit() {
    server.answering(facets("2018=60000", "2019=60000", "2020=30000", "1999=10"));

    Split split = search().split(new Part(QUERY, 150_010));

    assertThat(split.parts())
        .extracting(part -> part.query().values("year"), Part::count)
        .containsExactly(
            tuple(List.of("2018"), 60_000L), tuple(List.of("2019", "2020", "1999"), 90_010L));
    assertThat(split.reachable()).isEqualTo(150_010);
    assertThat(server.asked().get(0).target()).contains("facet=year", "limit=0");
  }

  /** A year of an iNaturalist spring needs months, and one of them countries. */
  @Test
  void whatIsStillTooMuchIsSplitFurther() {
    server.answering(
        asked -> {
          String target = asked.target();
          if (target.contains("facet=year")) {
            return facets("2020=300000");
          }
          if (target.contains("facet=month")) {
            return facets("5=250000", "6=50000");
          }
          return target.contains("facet=country")
              ? facets("US=99000", "ZA=120000", "NA=31000")
              : facets("a=60000", "b=60000");
        });

    Split split = search().split(new Part(QUERY, 300_000));

    assertThat(split.parts()).allMatch(part -> part.count() <= OccurrenceSearch.DEEPEST);
    assertThat(split.reachable()).isEqualTo(300_000);
    assertThat(split.parts())
        .extracting(part -> part.query().values("year"))
        .containsOnly(List.of("2020"));
  }

  /** Nothing tells records without a year, a month and a country of one data set apart. */
  @Test
  void whatCannotBeSplitIsCounted() {
    server.answering(facets());

    Split split = search().split(new Part(QUERY, 250_000));

    assertThat(split.parts()).hasSize(1);
    assertThat(split.reachable()).isEqualTo(100_000);
    assertThat(split.count()).isEqualTo(250_000);
  }

  @Test
  void addressesStayShort() {
    String[] years =
        IntStream.range(1800, 1950).mapToObj(year -> year + "=1").toArray(String[]::new);
    server.answering(facets(years));

    assertThat(search().split(new Part(QUERY, 100_001)).parts()).hasSize(3);
  }

  private OccurrenceSearch search() {
    GbifApi api =
        GbifApi.open(
            HttpSettings.DEFAULTS,
            server.at("/v1").toString(),
            Timekeeper.WALL,
            new Cancellation(),
            note -> {});
    return new OccurrenceSearch(api, OptionalLong.empty());
  }

  private static Answer facets(String... counts) {
    String all =
        List.of(counts).stream()
            .map(each -> each.replaceFirst("(.*)=(.*)", "{\"name\":\"$1\",\"count\":$2}"))
            .collect(Collectors.joining(","));
    return Answer.json(
        "{\"count\":0,\"results\":[],\"facets\":[{\"field\":\"X\",\"counts\":[%s]}]}"
            .formatted(all));
  }
}
