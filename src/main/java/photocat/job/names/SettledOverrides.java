package photocat.job.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.source.lists.NameRow;

/** Where the overrides of a catalogue lead in the end, and which new ones would lead nowhere. */
public final class SettledOverrides {
  static final String UNKNOWN = "no taxon is called so, or has that number";
  private static final int MOST_NAMED = 5;

  private final Session session;

  /** Those of the catalogue of {@code session}, which the caller closes. */
  public SettledOverrides(Session session) {
    this.session = session;
  }

  /** Makes the temporary table {@code settled_overrides}: spellings, and what each leads to. */
  public void settle() {
    OverrideChains chains = new OverrideChains();
    List<String> from = new ArrayList<>();
    for (Row row : kept()) {
      chains.put(row.text("from_name"), row.text("to_name"));
      from.add(row.text("from_name"));
    }
    session.run(
        "match/settle_overrides",
        Map.of("from_names", from, "to_names", from.stream().map(chains::end).toList()));
  }

  /**
   * Returns by their lines the new decisions that cannot be taken, with the reason. Each replaces
   * what was decided about its spelling before.
   *
   * @param rows decisions about different spellings
   * @param toUnknown the lines of those whose names no taxon bears
   */
  Map<Long, String> refused(List<NameRow> rows, Set<Long> toUnknown) {
    Map<String, String> before = new HashMap<>();
    OverrideChains chains = new OverrideChains();
    for (Row row : kept()) {
      before.put(OverrideChains.folded(row.text("from_name")), row.text("to_name"));
      chains.put(row.text("from_name"), row.text("to_name"));
    }
    rows.forEach(row -> chains.put(row.key(), row.name().strip()));
    Map<Long, String> refused = new HashMap<>();
    List<NameRow> left = new ArrayList<>(rows);
    // What one of them leads to may have been refused the time before.
    for (Set<Long> now = Set.of(-1L); !now.isEmpty(); ) {
      session.check("loading overrides");
      now = new HashSet<>();
      for (NameRow row : left) {
        Optional<String> reason = reason(chains, row, toUnknown);
        if (reason.isPresent()) {
          refused.put(row.line(), reason.get());
          now.add(row.line());
        }
      }
      for (NameRow row : left) {
        if (now.contains(row.line())) {
          chains.restore(row.key(), before.get(OverrideChains.folded(row.key())));
        }
      }
      left.removeIf(row -> refused.containsKey(row.line()));
    }
    return refused;
  }

  private static Optional<String> reason(OverrideChains chains, NameRow row, Set<Long> toUnknown) {
    Optional<String> circle =
        chains
            .circle(row.key())
            .map(
                names ->
                    "it leads in a circle: "
                        + String.join(" to ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                        + (names.size() > MOST_NAMED ? " to …" : ""));
    boolean isLost = toUnknown.contains(row.line()) && !chains.leadsOn(row.name());
    return circle.isPresent() || !isLost ? circle : Optional.of(UNKNOWN);
  }

  private List<Row> kept() {
    return session.list("override/all", Map.of(), row -> row);
  }
}
