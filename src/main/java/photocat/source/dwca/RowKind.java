package photocat.source.dwca;

import java.util.Locale;
import photocat.model.TextEnd;

/** What the rows of a table are, told by the row type that the archive gives them. */
public enum RowKind {
  OCCURRENCE,
  EVENT,
  TAXON,
  /** GBIF's Simple Multimedia, and the Simple Images that came before it. */
  MULTIMEDIA,
  /** Audiovisual Media Description (Audubon Core), and EOL's media, which were its model. */
  AUDIOVISUAL,
  /** Kept, but no more is known of it. */
  OTHER;

  /** Returns the kind of the row type {@code uri}; one that says nothing is an occurrence's. */
  static RowKind of(String uri) {
    String plain = uri.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    return switch (TextEnd.without(plain, "/")) {
      case "",
          "rs.tdwg.org/dwc/terms/occurrence",
          "rs.tdwg.org/dwc/terms/darwincore",
          "rs.tdwg.org/dwc/terms/simpledarwinrecord",
          "rs.tdwg.org/dwc/xsd/simpledarwincore/simpledarwinrecord",
          "rs.tdwg.org/dwc/xsd/simpledarwincore" ->
          OCCURRENCE;
      case "rs.tdwg.org/dwc/terms/event" -> EVENT;
      case "rs.tdwg.org/dwc/terms/taxon" -> TAXON;
      case "rs.gbif.org/terms/1.0/multimedia", "rs.gbif.org/terms/1.0/image" -> MULTIMEDIA;
      case "rs.tdwg.org/ac/terms/multimedia", "eol.org/schema/media/document" -> AUDIOVISUAL;
      default -> OTHER;
    };
  }

  /** Returns what the catalogue calls it: {@code occurrence}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether each row is of a photo, a sound, or the like. */
  public boolean isMedia() {
    return this == MULTIMEDIA || this == AUDIOVISUAL;
  }
}
