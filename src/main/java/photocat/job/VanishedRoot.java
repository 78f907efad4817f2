package photocat.job;

import java.util.Map;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;

/**
 * A root that is empty though rows say that photos are there. A disk that is not mounted looks like
 * that, and nobody wants its photos again on the disk below.
 */
final class VanishedRoot {
  private VanishedRoot() {}

  /** Fails with kind FAILED if {@code root}, which was filled last, has lost all its photos. */
  static void refuse(
      Session session, DownloadRuns runs, String manifest, int manifestId, PhotoRoot root) {
    boolean filledLast =
        runs.lastRoot(manifestId).filter(last -> last.text().equals(root.address())).isPresent();
    if (!filledLast || !root.isEmpty()) {
      return;
    }
    long stored =
        session
            .list(
                "download/count_stored",
                Map.of("manifest_id", manifestId),
                row -> row.number("files"))
            .get(0);
    if (stored > 0) {
      throw PhotocatException.of(
              Kind.FAILED,
              "cannot download %s: %s should be in %s, and nothing is there"
                  .formatted(manifest, Amounts.count(stored, "file"), root.address()))
          .withHint(
              "mount what is missing or name another --root; if they are gone, 'verify %s' has them"
                      .formatted(manifest)
                  + " fetched again");
    }
  }
}
