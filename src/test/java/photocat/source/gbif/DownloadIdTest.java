package photocat.source.gbif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DownloadIdTest {
  @ParameterizedTest
  @CsvSource({
    "0108986-200613084148143, 0108986-200613084148143",
    "' 0108986-200613084148143 ', 0108986-200613084148143",
    "10.15468/dl.hx3uzz, 10.15468/dl.hx3uzz",
    "10.15468/DL.HX3UZZ, 10.15468/dl.hx3uzz",
    "doi:10.15468/dl.hx3uzz, 10.15468/dl.hx3uzz",
    "DOI: 10.15468/dl.hx3uzz, 10.15468/dl.hx3uzz",
    "https://doi.org/10.15468/dl.hx3uzz, 10.15468/dl.hx3uzz",
    "http://dx.doi.org/10.15468/dl.hx3uzz, 10.15468/dl.hx3uzz",
    "https://www.gbif.org/occurrence/download/0108986-200613084148143, 0108986-200613084148143",
    "https://gbif.org/occurrence/download/0108986-200613084148143/, 0108986-200613084148143",
    "https://www.gbif.org/fr/occurrence/download/0108986-200613084148143, 0108986-200613084148143",
    "https://api.gbif.org/v1/occurrence/download/0108986-200613084148143, 0108986-200613084148143",
  })
  void isTold(String text, String id) {
    assertThat(DownloadId.in(text)).contains(new DownloadId(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "archive.zip",
        "0108986-200613084148143.zip",
        "108986-200613084148143",
        "10.15468/abcdef",
        "10.5061/dryad.1",
        "https://doi.org/10.5061/dryad.1",
        "https://api.gbif.org/v1/occurrence/download/request/0108986-200613084148143.zip",
        "https://evil.example/occurrence/download/0108986-200613084148143",
        "10.15468/dl.hx3uzz/../../etc",
      })
  void nothingElseIs(String text) {
    assertThat(DownloadId.in(text)).isEmpty();
  }
}
