package photocat.job.download;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.RowSink;

/** How far downloads are. Works on the session of the caller, who closes it. */
public final class DownloadStatus {
  private final Session session;
  private final InstantSource clock;

  /** The downloads in the catalogue of {@code session}. */
  public DownloadStatus(Session session, InstantSource clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * Pushes a row for each manifest and state.
   *
   * @param manifest name of one; empty for all that were ever started
   * @return one line on the last run of that one
   * @throws photocat.model.PhotocatException of kind FAILED if there is no such manifest
   */
  public Optional<String> read(Optional<String> manifest, RowSink rows) {
    DownloadRuns runs = new DownloadRuns(session, clock);
    Optional<Integer> number = manifest.map(name -> runs.manifest(name, "show the download"));
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("manifest_id", number.orElse(null));
    new DownloadSums(session).mend();
    session.query("download/status", values, rows);
    return number.flatMap(
        id -> session.first("download/last_run", Map.of("manifest_id", id), DownloadStatus::line));
  }

  private static String line(Row run) {
    String ended =
        run.instant("finished_at")
            .map(
                at -> "%s at %s".formatted(run.text("outcome"), at.truncatedTo(ChronoUnit.SECONDS)))
            .orElse("not ended");
    return "run %s into %s, begun at %s, %s"
        .formatted(
            run.number("run_id"),
            run.text("root"),
            run.instant("started_at").orElseThrow().truncatedTo(ChronoUnit.SECONDS),
            ended);
  }
}
