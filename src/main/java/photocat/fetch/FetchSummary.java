package photocat.fetch;

import java.time.Duration;
import java.util.Map;

/**
 * What a run did.
 *
 * @param photos how many requests ended in each state; states without photos are left out
 * @param reasons how many requests that were not stored ended for each reason
 * @param fetchedBytes the bytes of the photos that are done, without those adopted
 * @param cancelled whether the run was stopped before its end
 */
public record FetchSummary(
    Map<FetchState, Long> photos,
    Map<String, Long> reasons,
    long fetchedBytes,
    Duration elapsed,
    boolean cancelled) {
  public FetchSummary {
    photos = Map.copyOf(photos);
    reasons = Map.copyOf(reasons);
  }

  /** Returns how many requests ended in {@code state}. */
  public long count(FetchState state) {
    return photos.getOrDefault(state, 0L);
  }
}
