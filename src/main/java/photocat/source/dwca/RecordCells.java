package photocat.source.dwca;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One record between text and cells. */
final class RecordCells {
  private RecordCells() {}

  /**
   * Returns the cells of {@code record}. A quote inside a cell that does not begin with one is a
   * character like any other; what follows a closing quote belongs to its cell.
   */
  static List<String> of(String record, TableDialect dialect) {
    List<String> cells = new ArrayList<>();
    char delimiter = dialect.delimiter();
    int quote = dialect.quote().map(Integer::valueOf).orElse(-1);
    StringBuilder cell = new StringBuilder();
    boolean inQuotes = false;
    boolean atStart = true;
    for (int at = 0; at < record.length(); at++) {
      char character = record.charAt(at);
      if (inQuotes && character == quote) {
        boolean twice = at + 1 < record.length() && record.charAt(at + 1) == quote;
        if (twice) {
          cell.append(character);
          at++;
        } else {
          inQuotes = false;
        }
      } else if (!inQuotes && character == delimiter) {
        cells.add(cell.toString());
        cell.setLength(0);
        atStart = true;
        continue;
      } else if (atStart && character == quote) {
        inQuotes = true;
      } else {
        cell.append(character);
      }
      atStart = false;
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Returns {@code cells} as a record that every reader takes for them. */
  static String text(List<String> cells, TableDialect dialect) {
    String quote = dialect.quote().map(String::valueOf).orElse("");
    return cells.stream()
        .map(cell -> quote + (quote.isEmpty() ? cell : cell.replace(quote, quote + quote)) + quote)
        .collect(Collectors.joining(String.valueOf(dialect.delimiter())));
  }
}
