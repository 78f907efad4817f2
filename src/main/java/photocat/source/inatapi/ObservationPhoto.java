package photocat.source.inatapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.license.LicenseCode;
import photocat.model.license.LicenseText;

/**
 * A photo of an observation.
 *
 * @param position place among the photos of its observation, from 0
 * @param url where it is fetched in its original size; empty where there is none
 * @param licenseCode as the interface has it; empty for all rights reserved
 * @param attribution credit line, as the interface has it
 * @param width of the original in pixels
 * @param height of the original in pixels
 */
public record ObservationPhoto(
    long id,
    int position,
    Optional<String> url,
    Optional<String> licenseCode,
    Optional<String> attribution,
    OptionalInt width,
    OptionalInt height) {
  private static final Pattern WEB = Pattern.compile("https?://[!-~]+");
  private static final Pattern SIZE =
      Pattern.compile("/(?:square|thumb|small|medium|large|original)(\\.[A-Za-z0-9]{1,8})?$");

  /** Where iNaturalist keeps what is not openly licensed. */
  private static final Pattern CLOSED =
      Pattern.compile("(?i)https?://static\\.inaturalist\\.org(?::\\d+)?/.*");

  private static final Pattern HOLDER =
      Pattern.compile("(?i)(?:\\(c\\)|©)?\\s*(.+?), (?:all|some|no) rights reserved.*");

  static Optional<ObservationPhoto> of(JsonNode json, int position) {
    long id = json.path("id").asLong();
    if (id <= 0) {
      return Optional.empty();
    }
    JsonNode size = json.path("original_dimensions");
    return Optional.of(
        new ObservationPhoto(
            id,
            position,
            text(json, "url")
                .filter(url -> WEB.matcher(url).matches())
                .map(ObservationPhoto::whole),
            text(json, "license_code"),
            text(json, "attribution"),
            pixels(size.path("width")),
            pixels(size.path("height"))));
  }

  /**
   * Returns its licence. What lies where iNaturalist keeps its closed photos is never taken for
   * open, whatever the interface says beside: an owner who changes the licence has it moved.
   */
  public LicenseCode license() {
    boolean isClosed = url.filter(address -> CLOSED.matcher(address).matches()).isPresent();
    return isClosed || licenseCode.isEmpty()
        ? LicenseCode.ARR
        : LicenseText.classify(licenseCode.get()).code();
  }

  /** Returns whom the credit line names. */
  public Optional<String> rightsHolder() {
    return attribution
        .map(HOLDER::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1).strip())
        .filter(holder -> !holder.isEmpty());
  }

  /** Without the time behind a question mark that old photos have. */
  private static String whole(String url) {
    int query = url.indexOf('?');
    return SIZE.matcher(query < 0 ? url : url.substring(0, query)).replaceFirst("/original$1");
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.ofNullable(json.path(field).textValue()).filter(text -> !text.isBlank());
  }

  private static OptionalInt pixels(JsonNode number) {
    return number.asInt() > 0 ? OptionalInt.of(number.asInt()) : OptionalInt.empty();
  }
}
