package photocat.job.verify;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.job.download.FileCheck;
import photocat.job.download.RootChoice;
import photocat.job.download.UnreadNames;
import photocat.model.Cancellation;
import photocat.store.PhotoRoot;
import photocat.store.Unread;

/** Reads the files of one verification and keeps what is wrong with them in {@code findings}. */
final class FileChecks {
  private static final int PAGE_ROWS = 2_000;

  private final String manifest;
  private final Session session;
  private final PhotoRoot root;
  private final Cancellation cancellation;

  FileChecks(String manifest, Session session, PhotoRoot root, Cancellation cancellation) {
    this.manifest = manifest;
    this.session = session;
    this.root = root;
    this.cancellation = cancellation;
  }

  /**
   * Reads all files that were found.
   *
   * @param expected how many there are
   * @param unread told of those that cannot be read
   */
  void run(Row expected, Progress progress, UnreadNames unread) {
    ForkJoinPool pool =
        new ForkJoinPool(Math.max(root.workers(), Runtime.getRuntime().availableProcessors()));
    try (Progress.Step step =
        progress.start(
            "verifying " + manifest, Progress.Unit.BYTES, expected.number("found_bytes"))) {
      long bytes = 0;
      for (long after = 0; after < expected.number("files"); after += PAGE_ROWS) {
        cancellation.check("verifying " + manifest);
        List<FileCheck> page =
            session.list(
                "verify/expected_page", Map.of("after", after, "rows", PAGE_ROWS), FileCheck::of);
        keep(pool.submit(() -> checkAll(page, root)).join(), unread);
        bytes += page.stream().mapToLong(FileCheck::sizeBytes).sum();
        step.at(bytes, List.of());
      }
    } finally {
      pool.shutdown();
    }
  }

  /**
   * In the pool that calls it: as many at a time as there are processors, or as the store bears.
   */
  private static List<FileCheck.Finding> checkAll(List<FileCheck> page, PhotoRoot root) {
    return page.parallelStream().flatMap(file -> file.check(root).stream()).toList();
  }

  private void keep(List<FileCheck.Finding> findings, UnreadNames unread) {
    if (findings.isEmpty()) {
      return;
    }
    session.run(
        "verify/add_findings",
        Map.of(
            "file_ids", findings.stream().map(each -> Long.toString(each.file().fileId())).toList(),
            "verdicts", findings.stream().map(FileCheck.Finding::verdict).toList(),
            "sizes", findings.stream().map(FileCheck.Finding::sizeBytes).toList(),
            "hashes", findings.stream().map(FileCheck.Finding::sha256).toList()));
    List<Unread> notRead =
        findings.stream()
            .filter(FileCheck.Finding::isUnread)
            .map(each -> new Unread(each.file().name(), each.reason()))
            .toList();
    if (!notRead.isEmpty()) {
      notRead.forEach(unread::add);
      // A server that is not reached has no file that can be read: nobody need ask for each.
      RootChoice.requireThere(root, "verify", manifest);
    }
  }
}
