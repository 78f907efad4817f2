package photocat.job.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.source.dwca.MediaForm;
import photocat.source.dwca.MediaKind;

/** Reads what archives say in words, each once: of licences, and of what their media are. */
final class DwcaWords {
  private static final String ROOM = "sources/dwca/";

  private final Session session;

  DwcaWords(Session session) {
    this.session = session;
  }

  /** Adds what {@code license_texts} and {@code dwca_media_kinds} do not have yet. */
  void read() {
    new LicenseTexts(session).read(ROOM + "unread_licenses");
    List<Row> kinds = session.list(ROOM + "unread_kinds", Map.of(), row -> row);
    try (TableAppender appender =
        session.openAppender("dwca_media_kinds", "type", "format", "form", "ending", "kind")) {
      for (Row row : kinds) {
        appender.row(
            row.text("type"),
            row.text("format"),
            row.text("form"),
            row.text("ending"),
            kind(row).name().toLowerCase(Locale.ROOT));
      }
      appender.flush();
    }
  }

  private static MediaKind kind(Row row) {
    MediaForm form = MediaForm.valueOf(row.text("form").toUpperCase(Locale.ROOT));
    return MediaKind.of(row.text("type"), row.text("format"), form, row.text("ending"));
  }
}
