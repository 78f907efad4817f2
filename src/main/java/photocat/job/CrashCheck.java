package photocat.job;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.FailureReason;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.store.PhotoRoot;
import photocat.store.PhotoStore;
import photocat.store.StoreAddress;
import photocat.store.StoreSettings;

/**
 * Puts in order what a run left that ended without a word: removes what is half written, and
 * compares the files of its last five minutes with their rows, since a power cut may have taken
 * what the disk had promised.
 */
final class CrashCheck {
  private static final int PAGE_ROWS = 2_000;

  private final Session session;
  private final Progress progress;
  private final Cancellation cancellation;
  private final InstantSource clock;

  CrashCheck(Session session, Progress progress, Cancellation cancellation, InstantSource clock) {
    this.session = session;
    this.progress = progress;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /** A file that is not what its row says. */
  private record Loss(long fileId, String verdict) {}

  /**
   * Ends runs of {@code manifestId} that nobody works on any more, and returns what there is to
   * tell; empty if nothing is lost. Stopped half-way it is done again by the next start.
   *
   * @param region of a bucket; empty for what the SDK's settings say
   */
  Optional<String> run(int manifestId, Optional<String> region) {
    Optional<StoreAddress> address =
        session.first(
            "download/stale_root",
            Map.of("manifest_id", manifestId),
            row -> new StoreAddress(row.text("root")));
    List<Loss> losses = address.map(each -> check(manifestId, each, region)).orElse(List.of());
    if (address.isPresent()) {
      session.transaction(() -> new DownloadSums(session).book(() -> close(manifestId, losses)));
    }
    return losses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the interrupted run lost or damaged %s: asked for again"
                .formatted(Amounts.count(losses.size(), "file")));
  }

  private List<Loss> check(int manifestId, StoreAddress address, Optional<String> region) {
    try (PhotoRoot root = address.open(StoreSettings.DEFAULTS, region)) {
      removeParts(root);
      return check(manifestId, root);
    }
  }

  private List<Loss> check(int manifestId, PhotoRoot root) {
    session.run("download/make_suspects", Map.of("manifest_id", manifestId));
    long files =
        session.list("download/count_suspects", Map.of(), row -> row.number("files")).get(0);
    List<Loss> losses = new ArrayList<>();
    try (Progress.Step step =
        progress.start("checking the interrupted run", Progress.Unit.FILES, files)) {
      for (long after = 0; after < files; after += PAGE_ROWS) {
        cancellation.check("checking the interrupted run");
        List<FileCheck> page =
            session.list(
                "download/suspect_page", Map.of("after", after, "rows", PAGE_ROWS), FileCheck::of);
        losses.addAll(losses(page, root));
        step.at(after + page.size(), List.of());
      }
    }
    return losses;
  }

  private static void removeParts(PhotoRoot root) {
    try {
      root.removeParts();
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED,
          "cannot remove what an interrupted run left in %s: %s"
              .formatted(root.address(), FailureReason.of(e)),
          e);
    }
  }

  /** Reading and hashing are the work: all processors take part. */
  private static List<Loss> losses(List<FileCheck> page, PhotoStore store) {
    return page.parallelStream()
        .flatMap(file -> verdict(file, store).map(word -> new Loss(file.fileId(), word)).stream())
        .toList();
  }

  /** The size is cheap to look at, and what a power cut takes first. */
  private static Optional<String> verdict(FileCheck file, PhotoStore store) {
    try {
      OptionalLong found = store.find(file.name());
      if (found.isEmpty()) {
        return Optional.of("missing");
      }
      if (found.getAsLong() != file.sizeBytes()) {
        return Optional.of("wrong_size");
      }
    } catch (IOException e) {
      throw PhotocatException.of(
          Kind.FAILED, "cannot read %s: %s".formatted(file.name(), FailureReason.of(e)), e);
    }
    return file.check(store).map(FileCheck.Finding::verdict);
  }

  private long close(int manifestId, List<Loss> losses) {
    release(manifestId, losses);
    Map<String, Object> values = Map.of("manifest_id", manifestId, "now", clock.instant());
    session.run("download/release_active", values);
    return session.run("download/close_stale_runs", values);
  }

  private void release(int manifestId, List<Loss> losses) {
    if (!losses.isEmpty()) {
      session.run(
          "download/release_lost",
          Map.of(
              "manifest_id", manifestId,
              "file_ids", losses.stream().map(each -> Long.toString(each.fileId())).toList(),
              "verdicts", losses.stream().map(Loss::verdict).toList(),
              "now", clock.instant()));
    }
  }
}
