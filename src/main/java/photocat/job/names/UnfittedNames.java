package photocat.job.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.CanonicalName;

/**
 * The spellings that no taxon fits so far, those that can be read as a name and those that cannot.
 */
final class UnfittedNames {
  private final List<String> originals = new ArrayList<>();
  private final List<String> canonicals = new ArrayList<>();
  private final List<String> ranks = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  private UnfittedNames() {}

  static UnfittedNames of(Session session) {
    UnfittedNames names = new UnfittedNames();
    session.list("match/unfitted", Map.of(), row -> row).forEach(names::add);
    return names;
  }

  private void add(Row row) {
    String original = row.text("original_name");
    String sought = row.text("sought_name");
    Optional<CanonicalName> name = CanonicalName.of(sought);
    if (name.isPresent()) {
      originals.add(original);
      canonicals.add(name.get().text());
      ranks.add(name.get().rank().orElse(""));
      return;
    }
    unreadable.add(original);
    reasons.add(
        CanonicalName.doubtIn(sought)
            .map(word -> "it says %s, so it may be another taxon".formatted(word))
            .orElse("it is not understood as a scientific name"));
  }

  /** Returns the readable ones, with {@code scope}, as parameters of a statement. */
  Map<String, @Nullable Object> with(Map<String, @Nullable Object> scope) {
    Map<String, @Nullable Object> values = new HashMap<>(scope);
    values.put("original_names", originals);
    values.put("canonical_names", canonicals);
    values.put("spelled_ranks", ranks);
    return values;
  }

  /** Returns the others, with what keeps them from being read, as parameters of a statement. */
  Map<String, Object> reasons() {
    return Map.of("original_names", unreadable, "reasons", reasons);
  }
}
