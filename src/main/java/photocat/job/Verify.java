package photocat.job;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;
import photocat.store.StoreSettings;

/**
 * Compares the files of a manifest with what its rows say: there, of the same size and hash, a
 * whole picture, and no others. What is missing or broken is fetched by the next download. Stopped
 * half-way it changes nothing.
 */
public final class Verify {
  private static final int PAGE_ROWS = 2_000;

  private final Catalog catalog;
  private final Progress progress;
  private final Cancellation cancellation;
  private final InstantSource clock;

  /** A verification of rows of {@code catalog}, which stays open. */
  public Verify(
      Catalog catalog, Progress progress, Cancellation cancellation, InstantSource clock) {
    this.catalog = catalog;
    this.progress = progress;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /**
   * What to verify, and how.
   *
   * @param root where the files are
   * @param sizesOnly whether names and sizes are all that is compared, and no file is read
   */
  public record Request(String manifest, RootChoice root, boolean sizesOnly) {}

  /**
   * Verifies a manifest.
   *
   * @throws PhotocatException of kind FAILED if there is no such manifest or root, it was never
   *     downloaded, or a file cannot be read; of kind INTERRUPTED if it was stopped
   */
  public VerifyReport run(Request request) {
    String manifest = request.manifest();
    try (Session session = catalog.openSession()) {
      DownloadRuns runs = new DownloadRuns(session, clock);
      int manifestId = runs.manifest(manifest, "verify");
      new DownloadSums(session).mend();
      try (PhotoRoot root = open(request, runs, manifestId)) {
        if (request.root().root().isPresent()) {
          RootChoice.requireThere(root, "verify", manifest);
        }
        FoundFiles.list(session, root, cancellation);
        session.run("verify/make_expected", Map.of("manifest_id", manifestId));
        Row expected =
            session
                .list("verify/count_expected", Map.of("manifest_id", manifestId), row -> row)
                .get(0);
        session.run("verify/make_findings");
        if (request.sizesOnly()) {
          session.run("verify/add_wrong_sizes");
        } else {
          checkFiles(session, root, manifest, expected);
        }
        List<VerifyReport.Finding> findings = keepFindings(session, manifestId, root.address());
        return new VerifyReport(
            root.address(), expected.number("photos"), expected.number("files"), findings);
      }
    }
  }

  private static PhotoRoot open(Request request, DownloadRuns runs, int manifestId) {
    return request
        .root()
        .address(runs, manifestId)
        .orElseThrow(() -> neverRun(request.manifest()))
        .open(StoreSettings.DEFAULTS, request.root().region());
  }

  private static PhotocatException neverRun(String manifest) {
    return PhotocatException.of(
            Kind.FAILED, "cannot verify %s: it was never downloaded".formatted(manifest))
        .withHint("run 'download start %s' first".formatted(manifest));
  }

  private void checkFiles(Session session, PhotoRoot root, String manifest, Row expected) {
    long files = expected.number("files");
    ForkJoinPool pool =
        new ForkJoinPool(Math.max(root.workers(), Runtime.getRuntime().availableProcessors()));
    try (Progress.Step step =
        progress.start(
            "verifying " + manifest, Progress.Unit.BYTES, expected.number("found_bytes"))) {
      long bytes = 0;
      for (long after = 0; after < files; after += PAGE_ROWS) {
        cancellation.check("verifying " + manifest);
        List<FileCheck> page =
            session.list(
                "verify/expected_page", Map.of("after", after, "rows", PAGE_ROWS), FileCheck::of);
        addFindings(session, pool.submit(() -> checkAll(page, root)).join());
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

  private static void addFindings(Session session, List<FileCheck.Finding> findings) {
    if (!findings.isEmpty()) {
      session.run(
          "verify/add_findings",
          Map.of(
              "file_ids", findings.stream().map(each -> Long.toString(each.fileId())).toList(),
              "verdicts", findings.stream().map(FileCheck.Finding::verdict).toList(),
              "sizes",
                  findings.stream().map(each -> Long.toString(each.found().sizeBytes())).toList(),
              "hashes", findings.stream().map(each -> each.found().sha256()).toList()));
    }
  }

  private List<VerifyReport.Finding> keepFindings(Session session, int manifestId, String root) {
    Map<String, Object> now = Map.of("manifest_id", manifestId, "now", clock.instant());
    return session.transaction(
        () -> {
          session.run("verify/clear_checks", Map.of("manifest_id", manifestId));
          session.run("verify/add_missing", now);
          session.run("verify/add_broken", now);
          session.run(
              "verify/add_extra",
              Map.of("manifest_id", manifestId, "root", root, "now", clock.instant()));
          new DownloadSums(session).book(() -> session.run("verify/release", now));
          return session.list(
              "verify/summary",
              Map.of("manifest_id", manifestId),
              row -> new VerifyReport.Finding(row.text("verdict"), row.number("files")));
        });
  }
}
