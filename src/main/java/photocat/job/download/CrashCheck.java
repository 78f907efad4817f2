package photocat.job.download;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import photocat.catalog.Session;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.FailureReason;
import photocat.store.PhotoRoot;
import photocat.store.PhotoStore;
import photocat.store.Unread;

/**
 * Puts in order what runs into a root left that ended without a word: removes what they have half
 * written, and compares the files of their last five minutes with their rows, since a power cut may
 * have taken what the disk had promised. What cannot be looked at is told and stops nobody.
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

  /** A file that is not what its row says, or cannot be read for a reason. */
  private record Loss(FileCheck file, String verdict, String reason) {
    boolean isUnread() {
      return verdict.equals(FileCheck.UNREADABLE);
    }
  }

  /**
   * Ends runs of {@code manifestId} that nobody works on any more. Stopped half-way it is done
   * again by the next start.
   *
   * @param filled where photos are to go; runs into another are looked at when that is filled again
   * @param notes told what the user should know
   */
  void run(int manifestId, FilledRoot filled, Consumer<String> notes) {
    filled.removeLeftovers(notes);
    PhotoRoot root = filled.root();
    Map<String, Object> which = Map.of("manifest_id", manifestId, "root", root.address());
    List<Boolean> stale = session.list("download/stale_runs", which, row -> row.truth("is_here"));
    if (stale.isEmpty()) {
      return;
    }
    List<Loss> found = stale.contains(true) ? check(which, root) : List.of();
    List<Loss> losses = found.stream().filter(each -> !each.isUnread()).toList();
    session.transaction(
        () -> new DownloadSums(session).book(() -> close(manifestId, root, losses)));
    tell(losses, found.stream().filter(Loss::isUnread).toList(), notes);
  }

  private List<Loss> check(Map<String, Object> which, PhotoRoot root) {
    session.run("download/make_suspects", which);
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

  /** Reading and hashing are the work: all processors take part. */
  private static List<Loss> losses(List<FileCheck> page, PhotoStore store) {
    return page.parallelStream().flatMap(file -> loss(file, store).stream()).toList();
  }

  /** The size is cheap to look at, and what a power cut takes first. */
  private static Optional<Loss> loss(FileCheck file, PhotoStore store) {
    try {
      OptionalLong found = store.find(file.name());
      if (found.isEmpty()) {
        return Optional.of(new Loss(file, "missing", ""));
      }
      if (found.getAsLong() != file.sizeBytes()) {
        return Optional.of(new Loss(file, "wrong_size", ""));
      }
    } catch (IOException e) {
      return Optional.of(new Loss(file, FileCheck.UNREADABLE, FailureReason.of(e)));
    }
    return file.check(store).map(finding -> new Loss(file, finding.verdict(), finding.reason()));
  }

  private long close(int manifestId, PhotoRoot root, List<Loss> losses) {
    release(manifestId, losses);
    Map<String, Object> values = Map.of("manifest_id", manifestId, "now", clock.instant());
    session.run("download/release_active", values);
    return session.run(
        "download/close_stale_runs",
        Map.of("manifest_id", manifestId, "root", root.address(), "now", clock.instant()));
  }

  private void release(int manifestId, List<Loss> losses) {
    if (!losses.isEmpty()) {
      session.run(
          "download/release_lost",
          Map.of(
              "manifest_id", manifestId,
              "file_ids", losses.stream().map(each -> Long.toString(each.file().fileId())).toList(),
              "verdicts", losses.stream().map(Loss::verdict).toList(),
              "now", clock.instant()));
    }
  }

  private static void tell(List<Loss> losses, List<Loss> unread, Consumer<String> notes) {
    if (!losses.isEmpty()) {
      notes.accept(
          "the interrupted run lost or damaged %s: asked for again"
              .formatted(Amounts.count(losses.size(), "file")));
    }
    if (!unread.isEmpty()) {
      UnreadNames names = new UnreadNames();
      unread.forEach(each -> names.add(new Unread(each.file().name(), each.reason())));
      notes.accept(
          "%s of the interrupted run could not be checked: %s; 'verify' does once they can be read"
              .formatted(Amounts.count(unread.size(), "file"), names.text()));
    }
  }
}
