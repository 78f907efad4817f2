package photocat.fetch;

/** What a host did since the last report. Not thread-safe. */
final class HostCounts {
  private long answers;
  private long throttled;
  private long failed;
  private long receivedBytes;
  private boolean givenUp;
  private boolean shownBusy;

  void ended(Transfer transfer) {
    answers += transfer.httpStatus().isPresent() ? 1 : 0;
    receivedBytes += transfer.receivedBytes();
  }

  void throttled() {
    throttled++;
  }

  void failed() {
    failed++;
  }

  /** Photos ended without having been asked for. */
  void givenUp() {
    givenUp = true;
  }

  long answers() {
    return answers;
  }

  long allThrottled() {
    return throttled;
  }

  long allFailed() {
    return failed;
  }

  long receivedBytes() {
    return receivedBytes;
  }

  /** Tells whether there is news since the last report, of a host that is {@code busy} or not. */
  boolean isNews(boolean busy) {
    return busy || shownBusy || givenUp || answers + throttled + failed > 0;
  }

  /** A report has been given. */
  void reported(boolean busy) {
    shownBusy = busy;
    givenUp = false;
    answers = 0;
    throttled = 0;
    failed = 0;
    receivedBytes = 0;
  }
}
