package photocat.fetch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts how photos end. */
final class Tally {
  private final long startedAt = System.nanoTime();
  private final Map<FetchState, Long> photos = new EnumMap<>(FetchState.class);
  private final Map<String, Long> reasons = new HashMap<>();
  private long fetchedBytes;

  void add(FetchOutcome outcome) {
    photos.merge(outcome.state(), 1L, Long::sum);
    if (outcome instanceof FetchOutcome.NotStored missing) {
      reasons.merge(missing.reason(), 1L, Long::sum);
    }
    if (outcome instanceof FetchOutcome.Stored stored && stored.state() == FetchState.DONE) {
      fetchedBytes += stored.photo().sizeBytes();
    }
  }

  FetchSummary summary(boolean cancelled) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
    return new FetchSummary(photos, reasons, fetchedBytes, elapsed, cancelled);
  }
}
