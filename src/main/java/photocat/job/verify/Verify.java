package photocat.job.verify;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import photocat.catalog.Catalog;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.job.download.DownloadRuns;
import photocat.job.download.DownloadSums;
import photocat.job.download.FoundFiles;
import photocat.job.download.RootChoice;
import photocat.job.download.UnreadNames;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;
import photocat.store.StoreSettings;

/**
 * Compares the files of a manifest with what its rows say: there, of the same size and hash, a
 * whole picture, and no others. What is missing or broken is fetched by the next download; what
 * cannot be read is neither. Stopped half-way it changes nothing.
 */
public final class Verify {
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
   *     downloaded, or the root cannot be read; of kind INTERRUPTED if it was stopped
   */
  public VerifyReport run(Request request) {
    try (Session session = catalog.openSession(cancellation)) {
      return run(request, session);
    } catch (PhotocatException e) {
      // The statement that was stopped says nothing to the user.
      throw e.kind() == ExitStatus.INTERRUPTED
          ? PhotocatException.of(
              ExitStatus.INTERRUPTED, "verifying %s was stopped".formatted(request.manifest()), e)
          : e;
    }
  }

  private VerifyReport run(Request request, Session session) {
    String manifest = request.manifest();
    DownloadRuns runs = new DownloadRuns(session, clock);
    int manifestId = runs.manifest(manifest, "verify");
    new DownloadSums(session).mend();
    try (PhotoRoot root = open(request, runs, manifestId)) {
      if (request.root().root().isPresent()) {
        RootChoice.requireThere(root, "verify", manifest);
      }
      FoundFiles.list(session, root, cancellation);
      session.run("verify/make_expected", Map.of("manifest_id", manifestId));
      session.run("verify/make_findings");
      session.run("verify/add_unread_findings");
      Row expected =
          session
              .list("verify/count_expected", Map.of("manifest_id", manifestId), row -> row)
              .get(0);
      if (request.root().root().isPresent()) {
        requireOne(expected, manifest, root);
      }
      UnreadNames unread = new UnreadNames();
      UnreadNames passedOver = new UnreadNames();
      UnreadNames.sort(session, "verify/unread", unread, passedOver);
      if (request.sizesOnly()) {
        session.run("verify/add_wrong_sizes");
      } else {
        new FileChecks(manifest, session, root, cancellation).run(expected, progress, unread);
      }
      List<VerifyReport.Finding> findings = keepFindings(session, manifestId, root.address());
      return new VerifyReport(
          root.address(),
          expected.number("photos"),
          expected.number("files"),
          findings,
          unread.text(),
          passedOver.text());
    }
  }

  /** A root that is mistyped is there, as a rule, and full of other files. */
  private static void requireOne(Row expected, String manifest, PhotoRoot root) {
    long files = expected.number("files");
    if (files > 0 && expected.number("found") == 0 && expected.number("unread") == 0) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot verify %s in %s: none of its %s is there"
                  .formatted(manifest, root.address(), Amounts.count(files, "file")))
          .withHint(
              "name the place of its photos with --root; without it, all count as missing where"
                  + " the last download put them");
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
            ExitStatus.FAILED, "cannot verify %s: it was never downloaded".formatted(manifest))
        .withHint("run 'download start %s' first".formatted(manifest));
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
