package photocat.job.gbif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import photocat.source.gbif.DownloadRequest;
import photocat.source.gbif.RequestFilters;

final class GbifRequestsTest {
  /** GBIF takes 100,000 values: two of these are the country and the kind of media. */
  @Test
  void moreTaxaThanGbifTakesBecomeSeveralRequests() {
    RequestFilters filters =
        new RequestFilters(
            Optional.empty(),
            Optional.empty(),
            List.of("ZA"),
            List.of(),
            List.of(),
            Optional.empty());
    List<String> keys = IntStream.range(0, 200_000).mapToObj(n -> "K" + n).toList();

    List<DownloadRequest> requests = GbifRequests.requests(keys, filters);

    assertThat(requests).hasSize(3);
    assertThat(requests.get(0).predicate()).contains("\"K0\"", "\"K99997\"]");
    assertThat(requests.get(2).predicate()).contains("[\"K199996\",", "\"K199999\"]");
  }
}
