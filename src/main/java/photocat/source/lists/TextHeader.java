package photocat.source.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The header of a table of text, taken apart at one delimiter.
 *
 * @param at which record it is, from 0
 * @param isKnown whether its words say which columns are wanted
 * @param hasRowNames whether its first column is one that it does not name
 */
record TextHeader(int at, List<String> cells, boolean isKnown, boolean hasRowNames) {
  /** That of no table. */
  static final TextHeader NONE = new TextHeader(0, List.of(), false, false);

  /** Below the first line a single word may be anything. */
  private static final int LEAST_WORDS_BELOW = 2;

  static TextHeader of(TextFile file, char delimiter, NameColumns columns) throws IOException {
    HeaderSearch search = new HeaderSearch(columns);
    try (BufferedReader reader = file.open()) {
      DelimitedText text = new DelimitedText(reader, delimiter, true, file.firstLine());
      List<String> first = text.record().orElse(List.of());
      if (columns.isHeadless()) {
        return new TextHeader(0, first, false, false);
      }
      if (search.offer(first)) {
        offerMore(text, search);
      }
    }
    int at = search.best(LEAST_WORDS_BELOW).map(HeaderSearch.Found::at).orElse(0);
    List<String> cells = search.rows().get(at);
    boolean isKnown = columns.areKnownIn(cells);
    List<List<String>> below = search.rows().subList(at + 1, search.rows().size());
    return isKnown && RowNames.areIn(below, cells, columns)
        ? new TextHeader(at, RowNames.before(cells), true, true)
        : new TextHeader(at, cells, isKnown, false);
  }

  /** What is wrong further down is told when all is read. */
  private static void offerMore(DelimitedText text, HeaderSearch search) throws IOException {
    try {
      Optional<List<String>> next = text.record();
      while (next.isPresent() && search.offer(next.get())) {
        next = text.record();
      }
    } catch (DelimitedText.UnreadRecordException e) {
      return;
    }
  }

  /** A header that is not taken apart may look like the name of one column. */
  boolean isLikelierThan(TextHeader other) {
    return isKnown == other.isKnown ? cells.size() > other.cells.size() : isKnown;
  }

  String remark() {
    String row = at == 0 ? "" : "the header is row " + (at + 1);
    String names = hasRowNames ? "the column before the header's first has the row names of R" : "";
    return row + (row.isEmpty() || names.isEmpty() ? "" : "; ") + names;
  }
}
