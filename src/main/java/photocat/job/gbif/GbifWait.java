package photocat.job.gbif;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import photocat.http.Timekeeper;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadId;
import photocat.source.gbif.GbifApi;

/**
 * Waits until GBIF has ended downloads, for hours if need be: asks seldom, and less so the longer
 * it takes. Nothing is lost when it is stopped.
 */
final class GbifWait {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** With the pauses between them, about an hour without an answer. */
  private static final int MOST_FAILURES = 15;

  private final DownloadTracker tracker;
  private final Timekeeper time;
  private final Cancellation cancellation;
  private final Consumer<String> note;
  private final Map<DownloadId, String> seen = new HashMap<>();
  private int failures;

  /**
   * Waits by {@code time}.
   *
   * @param note is told of each change
   */
  GbifWait(
      DownloadTracker tracker, Timekeeper time, Cancellation cancellation, Consumer<String> note) {
    this.tracker = tracker;
    this.time = time;
    this.cancellation = cancellation;
    this.note = note;
  }

  /**
   * How it ended.
   *
   * @param ready those whose file is there
   * @param failures why the others have none
   */
  record Ended(List<Download> ready, List<PhotocatException> failures) {
    /** Copies the lists. */
    Ended {
      ready = List.copyOf(ready);
      failures = List.copyOf(failures);
    }
  }

  /**
   * Waits for all of them.
   *
   * @throws PhotocatException {@link ExitStatus#INTERRUPTED} when it is stopped; {@link
   *     ExitStatus#FAILED} when GBIF has not answered for about an hour
   */
  Ended until(List<DownloadId> downloads) {
    List<DownloadId> left = new ArrayList<>(downloads);
    List<Download> ready = new ArrayList<>();
    List<PhotocatException> ended = new ArrayList<>();
    Duration pause = FIRST;
    while (true) {
      left.removeIf(id -> isOver(id, ready, ended));
      if (left.isEmpty()) {
        return new Ended(ready, ended);
      }
      time.pause(pause, cancellation);
      checkStopped(left);
      Duration longer = pause.multipliedBy(3).dividedBy(2);
      pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }
  }

  private boolean isOver(DownloadId id, List<Download> ready, List<PhotocatException> ended) {
    try {
      Optional<Download> found = tracker.find(id);
      failures = 0;
      if (found.isEmpty()) {
        ended.add(vanished(id));
        return true;
      }
      return isOver(id, found.get(), ready, ended);
    } catch (PhotocatException e) {
      checkStopped(List.of(id));
      failures++;
      boolean isOfNetwork = e.message().startsWith("cannot ask ");
      if (!isOfNetwork || failures > MOST_FAILURES) {
        throw e;
      }
      note.accept(e.message() + "; asking again later");
      return false;
    }
  }

  private boolean isOver(
      DownloadId id, Download found, List<Download> ready, List<PhotocatException> ended) {
    if (found.goesOn()) {
      tell(id, found);
      return false;
    }
    if (found.isReady()) {
      ready.add(found);
    } else {
      ended.add(GbifApi.notReady(found));
    }
    return true;
  }

  private void tell(DownloadId id, Download found) {
    String status = OneLine.of(found.status());
    if (!status.equals(seen.put(id, status))) {
      note.accept(
          "download %s: %s, %s"
              .formatted(found.key(), status, Amounts.count(found.totalRecords(), "record")));
    }
  }

  private void checkStopped(List<DownloadId> left) {
    if (cancellation.isCancelled()) {
      throw PhotocatException.of(
              ExitStatus.INTERRUPTED,
              "stopped waiting for %s; GBIF goes on"
                  .formatted(
                      left.size() == 1
                          ? "download " + left.get(0).text()
                          : Amounts.count(left.size(), "download")))
          .withHint("'gbif wait' takes it up again");
    }
  }

  private static PhotocatException vanished(DownloadId id) {
    return PhotocatException.of(ExitStatus.FAILED, "GBIF knows no download " + id.text())
        .withHint("look for it at gbif.org/user/download");
  }
}
