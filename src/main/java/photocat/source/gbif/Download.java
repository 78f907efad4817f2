package photocat.source.gbif;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
 * @param about what else it says
 */
public record Download(
    String key,
    Optional<String> doi,
    String status,
    String format,
    String link,
    long sizeBytes,
    long totalRecords,
    About about) {
  /**
   * What only people ask for.
   *
   * @param predicate what was asked for, as JSON
   * @param checklist key of the checklist that names count by
   * @param license of all of its data together; empty before it is known
   * @param eraseAfter when GBIF may remove the file
   * @param datasets number of data sets that it has records of
   */
  public record About(
      Optional<String> predicate,
      Optional<String> checklist,
      Optional<String> license,
      Optional<Instant> created,
      Optional<Instant> modified,
      Optional<Instant> eraseAfter,
      long datasets) {}

  static Download of(JsonNode json) {
    return new Download(
        json.path("key").asText(),
        text(json.path("doi")),
        json.path("status").asText(),
        json.path("request").path("format").asText("DWCA"),
        json.path("downloadLink").asText(),
        json.path("size").asLong(),
        json.path("totalRecords").asLong(),
        about(json));
  }

  private static About about(JsonNode json) {
    JsonNode request = json.path("request");
    return new About(
        Optional.of(request.path("predicate")).filter(JsonNode::isObject).map(JsonNode::toString),
        text(request.path("checklistKey")),
        text(json.path("license")).filter(license -> !license.equals("unspecified")),
        time(json.path("created")),
        time(json.path("modified")),
        time(json.path("eraseAfter")),
        json.path("numberDatasets").asLong());
  }

  private static Optional<String> text(JsonNode json) {
    return Optional.of(json.asText()).filter(text -> json.isTextual() && !text.isBlank());
  }

  private static Optional<Instant> time(JsonNode json) {
    try {
      return text(json).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      // GBIF's clock is for people to read; nothing hangs on it.
      return Optional.empty();
    }
  }

  /** Tells whether its file is there. */
  public boolean isReady() {
    return status.equals("SUCCEEDED");
  }

  /**
   * Tells whether its file holds records as text, which can be taken in; the others can be kept.
   */
  public boolean hasText() {
    return format.equals("DWCA") || format.equals("SIMPLE_CSV");
  }

  /** Tells whether GBIF is still working on it. */
  public boolean goesOn() {
    return switch (status) {
      case "PREPARING", "RUNNING", "SUSPENDED" -> true;
      default -> false;
    };
  }

  /**
   * Returns what a paper cites: the DOI as an address, or the file's address before there is one.
   */
  public String citedAs() {
    return doi.map(known -> "https://doi.org/" + known).orElse(link);
  }
}
