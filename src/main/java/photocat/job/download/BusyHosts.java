package photocat.job.download;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import photocat.fetch.HostState;

/** The hosts that photos come from or wait for, as they were reported last. Thread-safe. */
final class BusyHosts {
  private static final int MOST_TOLD = 3;

  private final Map<String, HostState> byName = new HashMap<>();

  synchronized void add(List<HostState> states) {
    for (HostState state : states) {
      if (state.inFlight() + state.waiting() == 0) {
        byName.remove(state.host());
      } else {
        byName.put(state.host(), state);
      }
    }
  }

  /**
   * Tells of the hosts with the most photos, the busiest first: how many are in flight, of how many
   * that may be, and what holds the host back.
   */
  synchronized List<String> texts() {
    return byName.values().stream()
        .sorted(
            Comparator.comparingInt((HostState state) -> state.inFlight() + state.waiting())
                .reversed()
                .thenComparing(HostState::host))
        .limit(MOST_TOLD)
        .map(
            state ->
                "%s %d/%d %s"
                    .formatted(state.host(), state.inFlight(), state.limit(), state.reason())
                    .strip())
        .toList();
  }
}
