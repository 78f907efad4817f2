package photocat.fetch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns which servers send a photo's MD5 as its ETag, and holds them to it. One that has done so a
 * hundred times in a row is believed; a run starts without belief. Thread-safe.
 */
final class EtagTrust {
  private static final int MATCHES = 100;

  private final Map<Target.Origin, Integer> matches = new ConcurrentHashMap<>();

  /** Takes one comparison and returns whether the photo must be taken for damaged. */
  boolean isDamaged(Target.Origin origin, boolean matched) {
    int before = matches.getOrDefault(origin, 0);
    if (matched) {
      matches.merge(origin, 1, Integer::sum);
    } else if (before < MATCHES) {
      matches.put(origin, 0);
    }
    return !matched && before >= MATCHES;
  }
}
