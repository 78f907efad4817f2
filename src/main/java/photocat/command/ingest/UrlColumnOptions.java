package photocat.command.ingest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns of a list of addresses hold what. */
final class UrlColumnOptions {
  @Option(
      names = "--url",
      paramLabel = "COLUMN",
      description =
          "Column with the addresses (default: image_url, media_url, access_uri, url,"
              + " identifier, link or image and the like)")
  private @Nullable String url;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "Column with what the photo shows, of which taxa are made (default: label,"
              + " class_name, species, scientific_name, taxon, category and the like)")
  private @Nullable String label;

  @Option(
      names = "--license",
      paramLabel = "COLUMN",
      description =
          "Column with the licence, in words, as a code or an address (default: license,"
              + " photo_license, rights and the like)")
  private @Nullable String license;

  @Option(
      names = "--creator",
      paramLabel = "COLUMN",
      description =
          "Column with who made it (default: creator, photographer, author, user_name,"
              + " recorded_by and the like)")
  private @Nullable String creator;

  @Option(
      names = "--rights-holder",
      paramLabel = "COLUMN",
      description = "Column with who holds the rights (default: rights_holder or copyright)")
  private @Nullable String rightsHolder;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description =
          "Column with the key of the photo (default: photo_id, image_id, key, id, uuid"
              + " or basename)")
  private @Nullable String key;

  @Option(
      names = "--observation",
      paramLabel = "COLUMN",
      description =
          "Column with the key of the record that shows it, for 'manifest build"
              + " --per-observation' (default: observation_uuid, observation_id, occurrence_id"
              + " or gbif_id)")
  private @Nullable String observation;

  @Option(
      names = "--page",
      paramLabel = "COLUMN",
      description =
          "Column with the address of a page about it (default: page, landing_url,"
              + " references, or url beside image_url)")
  private @Nullable String page;

  @Option(
      names = "--format",
      paramLabel = "COLUMN",
      description =
          "Column with the format, such as image/jpeg (default: format, mime_type or"
              + " content_type)")
  private @Nullable String format;

  @Option(
      names = "--width",
      paramLabel = "COLUMN",
      description = "Column with the width in pixels (default: original_width or width)")
  private @Nullable String width;

  @Option(
      names = "--height",
      paramLabel = "COLUMN",
      description = "Column with the height in pixels (default: original_height or height)")
  private @Nullable String height;

  @Option(
      names = "--date",
      paramLabel = "COLUMN",
      description = "Column with the day (default: observed_on, event_date, date_taken or date)")
  private @Nullable String date;

  @Option(
      names = "--latitude",
      paramLabel = "COLUMN",
      description = "Column with degrees north (default: latitude, decimal_latitude or lat)")
  private @Nullable String latitude;

  @Option(
      names = "--longitude",
      paramLabel = "COLUMN",
      description = "Column with degrees east (default: longitude, decimal_longitude, lon or lng)")
  private @Nullable String longitude;

  /** Returns the columns that the user names, by the option without its dashes. */
  Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    put(named, "url", url);
    put(named, "label", label);
    put(named, "license", license);
    put(named, "creator", creator);
    put(named, "rights-holder", rightsHolder);
    put(named, "key", key);
    put(named, "observation", observation);
    put(named, "page", page);
    put(named, "format", format);
    put(named, "width", width);
    put(named, "height", height);
    put(named, "date", date);
    put(named, "latitude", latitude);
    put(named, "longitude", longitude);
    return named;
  }

  private static void put(Map<String, String> named, String option, @Nullable String column) {
    if (column != null) {
      named.put(option, column);
    }
  }
}
