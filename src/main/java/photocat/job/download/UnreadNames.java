package photocat.job.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.OneLine;
import photocat.store.Unread;

/** Names what could not be looked at by reasons, a few of many. Not thread-safe. */
public final class UnreadNames {
  private static final int MOST_REASONS = 5;
  private static final int MOST_NAMES = 3;

  private final Map<String, List<String>> names = new LinkedHashMap<>();
  private long unnamed;

  /**
   * Adds what {@code query} tells of, which says of each name whether files of ours may be there.
   */
  public static void sort(Session session, String query, UnreadNames ours, UnreadNames others) {
    for (Row row : session.list(query, Map.of(), row -> row)) {
      (row.truth("is_ours") ? ours : others).add(new Unread(row.text("name"), row.text("reason")));
    }
  }

  /** Adds what could not be looked at. */
  public void add(Unread one) {
    if (names.size() < MOST_REASONS || names.containsKey(one.reason())) {
      List<String> alike = names.computeIfAbsent(one.reason(), reason -> new ArrayList<>());
      if (alike.size() < MOST_NAMES) {
        alike.add(one.name().isEmpty() ? "the root" : OneLine.of(one.name()));
        return;
      }
    }
    unnamed++;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Returns for example {@code lost+found, .Trashes (permission denied) and 2 more}. */
  public String text() {
    String named =
        names.entrySet().stream()
            .map(alike -> "%s (%s)".formatted(String.join(", ", alike.getValue()), alike.getKey()))
            .collect(Collectors.joining(", "));
    return unnamed > 0 ? "%s and %s more".formatted(named, Amounts.count(unnamed)) : named;
  }
}
