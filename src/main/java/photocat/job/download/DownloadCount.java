package photocat.job.download;

import java.util.HashMap;
import java.util.Map;
import photocat.fetch.FetchOutcome;
import photocat.fetch.FetchOutcome.Stored;
import photocat.fetch.FetchRequest;
import photocat.fetch.FetchState;

/**
 * Counts the files of a download by where they are; a request stands for as many as there are rows
 * that wait for it. Thread-safe.
 */
final class DownloadCount {
  private final long files;

  /** Photos that have begun and not ended, and whether they have failed before. */
  private final Map<Long, Boolean> inHand = new HashMap<>();

  private long ended;
  private long missing;
  private long active;
  private long retrying;
  private long bytes;
  private boolean storeFull;
  private boolean rowsHeld;

  /** The counts at one moment. */
  record Counts(
      long files,
      long ended,
      long missing,
      long active,
      long retrying,
      long bytes,
      boolean paused) {}

  DownloadCount(long files) {
    this.files = files;
  }

  synchronized void started(FetchRequest request, int rows) {
    inHand.put(request.id(), false);
    active += rows;
  }

  synchronized void retrying(FetchRequest request, int rows) {
    putDown(request, rows);
    inHand.put(request.id(), true);
    retrying += rows;
  }

  synchronized void ended(FetchRequest request, int rows, FetchOutcome outcome) {
    putDown(request, rows);
    ended += rows;
    if (!outcome.state().isStored()) {
      missing += rows;
    }
    if (outcome instanceof Stored stored && stored.state() == FetchState.DONE) {
      bytes += stored.photo().sizeBytes();
    }
  }

  synchronized void storeFull(boolean isFull) {
    storeFull = isFull;
  }

  synchronized void rowsHeld(boolean areHeld) {
    rowsHeld = areHeld;
  }

  synchronized Counts now() {
    return new Counts(files, ended, missing, active, retrying, bytes, storeFull || rowsHeld);
  }

  private void putDown(FetchRequest request, int rows) {
    Boolean failed = inHand.remove(request.id());
    if (failed != null && failed) {
      retrying -= rows;
    } else if (failed != null) {
      active -= rows;
    }
  }
}
