package photocat.source.urls;

import java.util.List;
import java.util.Locale;

/** What a column of a list may hold that photocat knows, and what such columns are called. */
public enum UrlRole {
  /** Of two such columns that of the photo has the longer word, that of a page the other. */
  URL(
      "address",
      "image_url photo_url picture_url img_url media_url image_uri original_url file_url"
          + " download_url access_uri coco_url url urls uri identifier image_link photo_link link"
          + " href src address image photo picture"),
  LABEL(
      "label",
      "label labels class_name class_label label_name species species_name scientific_name"
          + " canonical_name accepted_scientific_name verbatim_scientific_name latin_name binomial"
          + " taxon_name taxon species_key taxon_key category category_name target genus class"),
  LICENSE(
      "license_text",
      "license licence photo_license image_license media_license license_url license_name"
          + " license_code rights usage_terms"),
  CREATOR(
      "creator",
      "creator photographer author author_name artist created_by creator_name user_name user_login"
          + " login user owner recorded_by observer observer_name"),
  RIGHTS_HOLDER("rights_holder", "rights_holder copyright_holder rightsholder copyright"),
  KEY("photo_key", "photo_id image_id media_id photo_uuid image_uuid key id uuid basename"),
  OBSERVATION("observation_key", "observation_uuid observation_id occurrence_id gbif_id record_id"),
  PAGE(
      "photo_page",
      "page page_url photo_page landing_url original_landing_url foreign_landing_url references"
          + " source_url observation_url url"),
  FORMAT("format", "format mime_type mime content_type media_format"),
  WIDTH("width", "original_width image_width width width_px"),
  HEIGHT("height", "original_height image_height height height_px"),
  DATE("observed_on", "observed_on event_date date_taken taken_on taken_at date datetime"),
  LATITUDE("latitude", "latitude decimal_latitude lat"),
  LONGITUDE("longitude", "longitude decimal_longitude lon lng long");

  private final String column;
  private final String words;

  UrlRole(String column, String words) {
    this.column = column;
    this.words = words;
  }

  /** Returns the column of the catalogue that takes it. */
  public String column() {
    return column;
  }

  /** Returns the option that names its column, without dashes. */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what such columns are called, the best word first. */
  public List<String> words() {
    return List.of(words.split(" "));
  }
}
