package photocat.job.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.catalog.TableAppender;
import photocat.source.dwca.MediaForm;
import photocat.source.dwca.MediaKind;

/**
 * Tells what the addresses of lists lead to. Who gives a list of photos means photos: they count as
 * such unless format or ending say otherwise.
 */
final class UrlsKinds {
  private static final String ROOM = "sources/urls/";

  /** What makes an answer, which says nothing of it. */
  private static final Set<String> PROGRAMS = Set.of("php", "asp", "aspx", "jsp", "cgi", "do");

  private final Session session;

  UrlsKinds(Session session) {
    this.session = session;
  }

  /** Adds what {@code urls_kinds} does not have yet. */
  void read() {
    List<Row> kinds = session.list(ROOM + "unread_kinds", Map.of(), row -> row);
    try (TableAppender appender =
        session.openAppender("urls_kinds", "format", "form", "ending", "kind")) {
      for (Row row : kinds) {
        appender.row(
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
    String ending = PROGRAMS.contains(row.text("ending")) ? "" : row.text("ending");
    MediaKind kind = MediaKind.of("", row.text("format"), form, ending);
    return kind == MediaKind.UNKNOWN ? MediaKind.STILL_IMAGE : kind;
  }
}
