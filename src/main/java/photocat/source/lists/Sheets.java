package photocat.source.lists;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import photocat.model.OneLine;

/** Which sheet of a workbook, or table of a database, is meant. */
final class Sheets {
  private static final int MOST_NAMED = 20;

  private Sheets() {}

  /**
   * Returns the place of the sheet that {@code asked} names, or counts from 1; the first if empty.
   *
   * @throws UnreadableListException when there is none
   */
  static int place(List<String> names, Optional<String> asked) throws UnreadableListException {
    if (names.isEmpty()) {
      throw new UnreadableListException("it has no sheet", "save it as .csv");
    }
    if (asked.isEmpty()) {
      return 0;
    }
    int exact = names.indexOf(asked.get());
    if (exact >= 0) {
      return exact;
    }
    String lower = asked.get().strip().toLowerCase(Locale.ROOT);
    List<String> alike =
        names.stream().filter(name -> name.strip().toLowerCase(Locale.ROOT).equals(lower)).toList();
    if (alike.size() == 1) {
      return names.indexOf(alike.get(0));
    }
    if (lower.matches("[1-9][0-9]{0,4}") && Integer.parseInt(lower) <= names.size()) {
      return Integer.parseInt(lower) - 1;
    }
    throw new UnreadableListException(
        "it has no sheet %s".formatted(OneLine.of(asked.get())), "its sheets are " + listed(names));
  }

  /** Returns the names in one line. */
  static String listed(List<String> names) {
    return names.stream().limit(MOST_NAMED).map(OneLine::of).collect(joining(", "))
        + (names.size() > MOST_NAMED ? ", …" : "");
  }
}
