package photocat.source.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for the header among the first rows of a table: titles may stand above it, and headings of
 * groups of columns, which are words of headers too. Of the rows that name the columns that are
 * wanted it is the one with most known words, the first of several. Not thread-safe.
 */
final class HeaderSearch {
  /** Nobody puts more above a table. */
  static final int MOST_ROWS = 20;

  private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}+ \\p{Ll}{2}.*", Pattern.DOTALL);

  private final NameColumns columns;
  private final List<List<String>> rows = new ArrayList<>();
  private Optional<Integer> best = Optional.empty();
  private int bestWords;
  private int known;

  HeaderSearch(NameColumns columns) {
    this.columns = columns;
  }

  /** Looks at the next row; returns false when it has seen enough. */
  boolean offer(List<String> cells) {
    int words = columns.areKnownIn(cells) ? columns.knownWords(cells) : -1;
    if (words >= 0 && (best.isEmpty() || (words > bestWords && !isOfATaxon(cells)))) {
      known++;
      best = Optional.of(rows.size());
      bestWords = words;
    }
    rows.add(cells);
    return rows.size() < MOST_ROWS;
  }

  /** Ranks and the like are words of headers, and stand in rows of the list. */
  private boolean isOfATaxon(List<String> cells) {
    String name = columns.found(rows.get(best.orElseThrow())).map(at -> at.name(cells)).orElse("");
    return TWO_WORDS.matcher(name.strip()).matches() && !HeaderWords.isOfNames(name);
  }

  List<List<String>> rows() {
    return rows;
  }

  /** Returns which of the rows is the header, from 0; empty where none names what is wanted. */
  Optional<Integer> best() {
    return best;
  }

  /** Returns how many known words the header has; 0 where there is none. */
  int words() {
    return bestWords;
  }

  /** Tells whether a row above the header could have been taken for it. */
  boolean hasRivals() {
    return known > 1;
  }
}
