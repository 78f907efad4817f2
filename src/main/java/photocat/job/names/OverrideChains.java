package photocat.job.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Overrides that may lead to spellings which are overridden too: whatever the order they came in, a
 * spelling is looked up as the last name of its chain. Not thread-safe.
 */
final class OverrideChains {
  /** Nobody means more than a few; a chain that is longer has no end. */
  private static final int LONGEST = 1_000;

  private final Map<String, String> targets = new HashMap<>();

  /** Decides that {@code from} is looked up as {@code to}, instead of what it was before. */
  void put(String from, String to) {
    targets.put(folded(from), to);
  }

  /** Returns what {@code from} leads to next, if it is overridden. */
  Optional<String> next(String from) {
    return Optional.ofNullable(targets.get(folded(from)));
  }

  /** Takes {@code before} for what {@code from} leads to; null takes its override back. */
  void restore(String from, @Nullable String before) {
    if (before == null) {
      targets.remove(folded(from));
    } else {
      put(from, before);
    }
  }

  /** Tells whether {@code to} is overridden by another name than itself. */
  boolean leadsOn(String to) {
    String target = targets.get(folded(to));
    return target != null && !folded(target).equals(folded(to));
  }

  /**
   * Returns the last name of the chain of {@code from}, which is overridden; of a chain that never
   * ends the first.
   */
  String end(String from) {
    String first = next(from).orElseThrow();
    Set<String> seen = new HashSet<>();
    String name = first;
    while (leadsOn(name)) {
      if (!seen.add(folded(name)) || seen.size() > LONGEST) {
        return first;
      }
      name = next(name).orElseThrow();
    }
    return name;
  }

  /**
   * Returns the spellings that {@code from} leads through until it comes back to itself; empty
   * where it does not.
   */
  Optional<List<String>> circle(String from) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> names = new ArrayList<>(List.of(from));
    String name = from;
    while (leadsOn(name) && seen.size() < LONGEST && seen.add(folded(name))) {
      name = next(name).orElseThrow();
      names.add(name);
      if (folded(name).equals(folded(from))) {
        return Optional.of(names);
      }
    }
    return Optional.empty();
  }

  /** As the catalogue compares spellings. */
  static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
