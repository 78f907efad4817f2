package photocat.job.manifest;

import java.util.Map;
import photocat.catalog.Session;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** The manifests that are there: shown, compared, dropped. */
public final class Manifests {
  private final Session session;

  /** Manifests in the catalogue of {@code session}, which the caller closes. */
  public Manifests(Session session) {
    this.session = session;
  }

  /** Pushes the definition and the counts of one manifest into {@code sink}. */
  public void show(String name, RowSink sink) {
    session.query("manifest/show", Map.of("manifest_id", require(name)), sink);
  }

  /** Pushes the taxa in which two manifests differ into {@code sink}. */
  public void compare(String before, String after, RowSink sink) {
    session.query(
        "manifest/compare", Map.of("before", require(before), "after", require(after)), sink);
  }

  /** Returns how many photos a manifest has. */
  public long photos(String name) {
    return session
        .first("manifest/size", Map.of("manifest_id", require(name)), row -> row.number("photos"))
        .orElse(0L);
  }

  /** Forgets a manifest with all that is known of its downloads; files stay where they are. */
  public void drop(String name) {
    Map<String, Long> manifest = Map.of("manifest_id", require(name));
    session.transaction(
        () -> {
          session.run("manifest/drop_checks", manifest);
          session.run("manifest/drop_events", manifest);
          session.run("manifest/drop_sums", manifest);
          session.run("manifest/drop_runs", manifest);
          session.run("manifest/drop_shared", manifest);
          session.run("manifest/drop_photos", manifest);
          return session.run("manifest/drop_manifest", manifest);
        });
  }

  private long require(String name) {
    return session
        .first("manifest/find", Map.of("name", name), row -> row.number("manifest_id"))
        .orElseThrow(
            () ->
                PhotocatException.of(
                        ExitStatus.FAILED, "cannot find manifest %s: there is none".formatted(name))
                    .withHint("'manifest list' names those there are"));
  }
}
