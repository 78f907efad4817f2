package photocat.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers what hosts have been asked until the program ends. One thread at a time. */
public final class UsageOfRun implements UsageBook {
  private final Map<String, List<Asked>> all = new HashMap<>();

  @Override
  public List<Asked> since(String host, Instant begin) {
    return all.getOrDefault(host, List.of()).stream()
        .filter(each -> !each.at().isBefore(begin))
        .toList();
  }

  @Override
  public void add(String host, Instant at) {
    all.computeIfAbsent(host, unused -> new ArrayList<>()).add(new Asked(at, 1));
  }
}
