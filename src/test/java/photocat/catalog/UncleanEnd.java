package photocat.catalog;

import java.nio.file.Path;
import java.time.Instant;

/** A process that writes batches of events into a new catalogue and dies without closing it. */
final class UncleanEnd {
  static final int ROWS = 500;

  private UncleanEnd() {}

  /** Takes the catalogue and the number of batches. */
  public static void main(String[] arguments) {
    Catalog catalog = Catalog.open(Path.of(arguments[0]), CatalogSettings.DEFAULTS);
    Session session = catalog.openSession();
    for (int batch = 1; batch <= Integer.parseInt(arguments[1]); batch++) {
      write(session, batch);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void write(Session session, int batch) {
    session.transaction(
        () -> {
          try (TableAppender table =
              session.openAppender(
                  "download_events",
                  "run_id",
                  "manifest_id",
                  "file_id",
                  "state",
                  "attempt",
                  "http_status",
                  "reason",
                  "size_bytes",
                  "sha256",
                  "etag",
                  "format",
                  "width",
                  "height",
                  "ttfb_ms",
                  "total_ms",
                  "happened_at",
                  "not_before")) {
            for (int row = 0; row < ROWS; row++) {
              table.row(
                  batch,
                  1,
                  (long) row,
                  "done",
                  1,
                  200,
                  null,
                  1L,
                  new byte[32],
                  null,
                  "jpeg",
                  1,
                  1,
                  1,
                  1,
                  Instant.EPOCH,
                  null);
            }
            table.flush();
          }
          return batch;
        });
  }
}
