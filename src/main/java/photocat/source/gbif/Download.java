package photocat.source.gbif;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What GBIF says of a download ({@code GET /v1/occurrence/download/KEY}).
 *
 * @param doi without its resolver; empty before there is one
 * @param status PREPARING, RUNNING, SUSPENDED, SUCCEEDED, CANCELLED, KILLED, FAILED, FILE_ERASED,
 *     or a newer one
 * @param format DWCA, SIMPLE_CSV, SIMPLE_PARQUET …
 * @param link where the file is, once it has succeeded
 * @param sizeBytes of the file, 0 before it is there
 * @param totalRecords rows of occurrences in it
 */
public record Download(
    String key,
    Optional<String> doi,
    String status,
    String format,
    String link,
    long sizeBytes,
    long totalRecords) {
  static Download of(JsonNode json) {
    return new Download(
        json.path("key").asText(),
        Optional.of(json.path("doi").asText()).filter(doi -> !doi.isBlank()),
        json.path("status").asText(),
        json.path("request").path("format").asText("DWCA"),
        json.path("downloadLink").asText(),
        json.path("size").asLong(),
        json.path("totalRecords").asLong());
  }

  /**
   * Returns what a paper cites: the DOI as an address, or the file's address before there is one.
   */
  public String citedAs() {
    return doi.map(known -> "https://doi.org/" + known).orElse(link);
  }
}
