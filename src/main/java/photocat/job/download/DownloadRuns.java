package photocat.job.download;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import photocat.catalog.Session;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.store.StoreAddress;

/** The rows of {@code download_runs}. */
public final class DownloadRuns {
  private final Session session;
  private final InstantSource clock;

  /** Works in {@code session}, which stays the caller's. */
  public DownloadRuns(Session session, InstantSource clock) {
    this.session = session;
    this.clock = clock;
  }

  /** Returns the number of the manifest {@code name}; fails saying that one cannot {@code work}. */
  public int manifest(String name, String work) {
    return session
        .first(
            "download/manifest", Map.of("manifest", name), row -> (int) row.number("manifest_id"))
        .orElseThrow(
            () ->
                PhotocatException.of(
                        ExitStatus.FAILED, "cannot %s: no manifest %s".formatted(work, name))
                    .withHint("'manifest list' names those there are"));
  }

  /** Returns how many rows the manifest has. */
  long photos(int manifestId) {
    return session
        .list(
            "download/count_photos", Map.of("manifest_id", manifestId), row -> row.number("photos"))
        .get(0);
  }

  /** Returns where the last run put its files, empty if there was none. */
  Optional<StoreAddress> lastRoot(int manifestId) {
    return session.first(
        "download/last_run",
        Map.of("manifest_id", manifestId),
        row -> new StoreAddress(row.text("root")));
  }

  /** Begins a run and returns its number. */
  int begin(int manifestId, String root) {
    session.run(
        "download/begin_run",
        Map.of("manifest_id", manifestId, "root", root, "now", clock.instant()));
    return session
        .list(
            "download/last_run",
            Map.of("manifest_id", manifestId),
            row -> (int) row.number("run_id"))
        .get(0);
  }

  void finish(int runId, int manifestId, String outcome) {
    session.run("download/forget_mended", Map.of("manifest_id", manifestId));
    session.run(
        "download/finish_run", Map.of("run_id", runId, "outcome", outcome, "now", clock.instant()));
  }
}
