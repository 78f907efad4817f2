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

  HeaderSearch(NameColumns columns) {
    this.columns = columns;
  }

  /** Looks at the next row; returns false when it has seen enough. */
  boolean offer(List<String> cells) {
    rows.add(cells);
    return rows.size() <= MOST_ROWS;
  }

  List<List<String>> rows() {
    return rows;
  }

  /**
   * What was found.
   *
   * @param at which of the rows is the header, from 0
   * @param hasRivals whether a row above it could have been taken for the header
   */
  record Found(int at, boolean hasRivals) {}

  /**
   * Returns the header; empty where no row names what is wanted.
   *
   * @param leastWords known words that it has if it is not the first row
   */
  Optional<Found> best(int leastWords) {
    Optional<Found> best = Optional.empty();
    int wordsAbove = 0;
    for (int at = 0; at < Math.min(rows.size(), MOST_ROWS); at++) {
      List<String> cells = rows.get(at);
      int words = columns.knownWords(cells);
      boolean hasMost = at == 0 || words > wordsAbove || columns.areNamed();
      boolean isFit = at == 0 || columns.areNamed() || (words >= leastWords && !isRepeated(at));
      if (columns.areKnownIn(cells) && (hasMost || wordsAbove == 0) && isFit) {
        Optional<Found> before = best;
        if (before.isEmpty() || (hasMost && isAbout(before.get(), cells))) {
          best = Optional.of(new Found(at, before.isPresent()));
        }
      }
      wordsAbove = Math.max(words, wordsAbove);
    }
    return best;
  }

  /**
   * Tells whether {@code cells} say more of the columns below the header {@code found}: ranks and
   * the like are words of headers, and stand in rows of the list.
   */
  private boolean isAbout(Found found, List<String> cells) {
    String name = nameIn(cells, rows.get(found.at()));
    boolean isOfATaxon = TWO_WORDS.matcher(name).matches() && !HeaderWords.isOfNames(name);
    return !columns.areNamed() && !isOfATaxon;
  }

  /** Where a row of ranks is taken for the header, most of those below are ranks too. */
  private boolean isRepeated(int at) {
    List<List<String>> below = rows.subList(at + 1, rows.size());
    long repeated =
        below.stream().filter(row -> HeaderWords.isOfNames(nameIn(row, rows.get(at)))).count();
    return repeated * 3 > below.size();
  }

  private String nameIn(List<String> cells, List<String> headers) {
    return columns.found(headers).map(at -> at.name(cells)).orElse("").strip();
  }
}
