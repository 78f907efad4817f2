package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import photocat.model.Amounts;
import photocat.model.Checklist;
import photocat.model.OneLine;
import photocat.model.TaxonKey;

/** Takes the keys of checklists out of the rows of one list. Not thread-safe. */
final class ChecklistKeys {
  private final FoundColumns columns;

  /** The columns that had keys, and of which checklists. */
  private final Map<Integer, Set<Checklist>> seen = new TreeMap<>();

  private long unread;
  private String firstUnread = "";

  ChecklistKeys(FoundColumns columns) {
    this.columns = columns;
  }

  /** Returns the keys in a row by their checklist; of one that has several the first. */
  Map<Checklist, String> take(long line, List<String> cells) {
    Map<Checklist, String> keys = new EnumMap<>(Checklist.class);
    ChecklistColumns found = columns.checklists();
    found
        .places()
        .forEach(
            (checklist, at) -> {
              String cell = cell(cells, at);
              Optional<String> key = checklist.keyIn(cell);
              key.ifPresent(some -> add(some, at, keys));
              if (key.isEmpty()) {
                countUnread(line, at, cell);
              }
            });
    for (int at : found.telling()) {
      Checklist.keyOf(cell(cells, at)).ifPresent(key -> add(key, at, keys));
    }
    return keys;
  }

  private void add(String key, int at, Map<Checklist, String> keys) {
    Checklist checklist = Checklist.of(key.substring(0, key.indexOf(':'))).orElseThrow();
    if (keys.putIfAbsent(checklist, key) == null) {
      seen.computeIfAbsent(at, unused -> new TreeSet<>()).add(checklist);
    }
  }

  /** The keys of the list itself may be any. */
  private void countUnread(long line, int at, String cell) {
    boolean isOfTheList = columns.key().filter(key -> key == at).isPresent();
    boolean isAny = TaxonKey.of(cell).isPresent() || TaxonKey.hasLostDigits(cell);
    if (!isOfTheList && isAny && unread++ == 0) {
      firstUnread =
          "'%s' in row %d of %s"
              .formatted(
                  OneLine.of(cell.strip()), line, OneLine.of(columns.headers().get(at).strip()));
    }
  }

  /** Returns for example {@code gbif keys from taxonKey}, one for each column that has keys. */
  List<String> told() {
    return seen.entrySet().stream()
        .map(
            column ->
                "%s keys from %s"
                    .formatted(
                        column.getValue().stream().map(Checklist::word).collect(joining(", ")),
                        OneLine.of(columns.headers().get(column.getKey()).strip())))
        .toList();
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (unread > 0) {
      warnings.add(
          "%s no key of the checklist, %s first; those rows are matched by name"
              .formatted(Amounts.count(unread, "cell holds", "cells hold"), firstUnread));
    }
    return warnings;
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }
}
