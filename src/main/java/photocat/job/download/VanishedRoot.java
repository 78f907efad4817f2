package photocat.job.download;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;
import photocat.store.PhotoStore;

/**
 * A root without any of the photos that rows say are there, whatever else it holds. A disk that is
 * not mounted looks like that, and nobody wants its photos again on the disk below.
 */
final class VanishedRoot {
  private VanishedRoot() {}

  /** Fails with kind FAILED if {@code root}, which was filled last, has lost all its photos. */
  static void refuse(
      Session session, DownloadRuns runs, String manifest, int manifestId, PhotoRoot root) {
    boolean filledLast =
        runs.lastRoot(manifestId).filter(last -> last.text().equals(root.address())).isPresent();
    if (!filledLast || holdsOneOf("download/stored_lately", session, manifestId, root)) {
      return;
    }
    List<Row> sample = files("download/stored_sample", session, manifestId, root);
    if (!sample.isEmpty() && !isOneThere(sample, root)) {
      String stored = Amounts.count(sample.get(0).number("files"), "file");
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot download %s: %s should be in %s, and %s"
                  .formatted(
                      manifest,
                      stored,
                      root.address(),
                      root.isThere() && !root.isEmpty()
                          ? "none of them is there"
                          : "nothing is there"))
          .withHint(
              "mount what is missing or name another --root; if they are gone, 'verify %s' has them"
                      .formatted(manifest)
                  + " fetched again");
    }
  }

  private static boolean holdsOneOf(String which, Session session, int manifestId, PhotoRoot root) {
    return isOneThere(files(which, session, manifestId, root), root);
  }

  private static List<Row> files(String which, Session session, int manifestId, PhotoRoot root) {
    return session.list(
        which, Map.of("manifest_id", manifestId, "root", root.address()), row -> row);
  }

  /** Each may be a question over a network. */
  private static boolean isOneThere(List<Row> files, PhotoStore store) {
    return files.parallelStream().anyMatch(file -> mayBeThere(file.text("file_name"), store));
  }

  private static boolean mayBeThere(String name, PhotoStore store) {
    try {
      return store.find(name).isPresent();
    } catch (IOException e) {
      // Whoever reads or writes there will say what is wrong.
      return true;
    }
  }
}
