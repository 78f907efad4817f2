package photocat.source.urls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.dwca.ColumnNames;
import photocat.source.dwca.LoneTable;
import photocat.source.dwca.TableDialect;

/**
 * How a text that is no JSON is written: what parts its cells, whether quotes are around them, and
 * whether its first line names the columns.
 */
final class TextShape {
  private static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');
  private static final int LOOKED_AT = 50;

  private final LoneTable.Text text;
  private final boolean isCalledTable;
  private final Map<UrlRole, String> named;
  private TableDialect dialect = TableDialect.DEFAULTS;
  private List<String> headers = List.of();

  /** The text {@code text}, whose file has the ending of a table or not. */
  TextShape(LoneTable.Text text, boolean isCalledTable, Map<UrlRole, String> named) {
    this.text = text;
    this.isCalledTable = isCalledTable;
    this.named = named;
  }

  /** Returns how it is written, once {@link #isPlainList} has said no. */
  TableDialect dialect() {
    return dialect;
  }

  /** Returns the names of its columns, once {@link #isPlainList} has said no. */
  List<String> headers() {
    return headers;
  }

  /** Tells whether it has an address on each line; if not, it finds its columns. */
  boolean isPlainList(String head) throws IOException {
    String first =
        head.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    if (AddressLines.isAddress(first)) {
      return !hasOtherCells(first) || !findHeadless();
    }
    find(head.lines().findFirst().orElse(""));
    return false;
  }

  private boolean hasOtherCells(String line) {
    boolean tabs = !Arrays.stream(line.strip().split("\t")).allMatch(AddressLines::isAddress);
    return line.contains("\t") ? tabs : isCalledTable;
  }

  private void find(String firstLine) throws IOException {
    String says = firstLine.strip().replaceAll("^\"(.*)\"$", "$1");
    if (says.length() == 5 && says.toLowerCase(Locale.ROOT).startsWith("sep=")) {
      char delimiter = says.charAt(4);
      if (!TableDialect.isDelimiter(delimiter, TableDialect.DEFAULTS.quote())) {
        throw PhotocatException.of(
                ExitStatus.FAILED,
                "its first line is '%s', which names no delimiter".formatted(OneLine.of(says)))
            .withHint("a delimiter is one character of ASCII: no letter, no digit, no quote");
      }
      take(found(delimiter, 2));
      return;
    }
    Found best = found(',', 1);
    for (char delimiter : DELIMITERS) {
      Found other = found(delimiter, 1);
      boolean better =
          other.isKnown == best.isKnown ? other.cells.size() > best.cells.size() : other.isKnown;
      best = better ? other : best;
    }
    if (best.cells.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "its first line is no header: not in UTF-8, or longer than 1 MB")
          .withHint("save it as UTF-8; in a spreadsheet choose 'CSV UTF-8'");
    }
    if (best.isKnown || !findHeadless()) {
      take(best);
    }
  }

  private record Found(TableDialect dialect, List<String> cells, boolean isKnown) {}

  private Found found(char delimiter, int headerLines) throws IOException {
    TableDialect tried = dialect(delimiter, headerLines);
    List<List<String>> records = LoneTable.records(text, tried, headerLines);
    List<String> cells = records.size() < headerLines ? List.of() : records.get(headerLines - 1);
    return new Found(tried, cells, UrlColumns.areKnownIn(cells, named));
  }

  private void take(Found found) {
    // With one column, what would part cells belongs to the address.
    boolean isAlone = found.cells.size() == 1;
    dialect =
        isAlone
            ? new TableDialect(
                UrlForms.SEPARATOR,
                found.dialect.quote(),
                StandardCharsets.UTF_8,
                found.dialect.headerLines(),
                "")
            : found.dialect;
    headers = distinct(found.cells);
  }

  /** Without a header one column holds addresses, the same in all rows that were looked at. */
  private boolean findHeadless() throws IOException {
    for (char delimiter : DELIMITERS) {
      TableDialect tried = dialect(delimiter, 0);
      List<List<String>> records = LoneTable.records(text, tried, LOOKED_AT);
      int cells = records.isEmpty() ? 0 : records.get(0).size();
      int place = records.isEmpty() ? -1 : addressIn(records.get(0));
      boolean fits =
          cells > 1
              && place >= 0
              && records.stream().allMatch(r -> r.size() == cells && addressIn(r) == place);
      if (fits) {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < cells; at++) {
          names.add(at == place ? "url" : "column_" + (at + 1));
        }
        dialect = tried;
        headers = names;
        return true;
      }
    }
    return false;
  }

  private static int addressIn(List<String> cells) {
    for (int at = 0; at < cells.size(); at++) {
      if (AddressLines.isAddress(cells.get(at))) {
        return at;
      }
    }
    return -1;
  }

  private static List<String> distinct(List<String> cells) {
    ColumnNames names = new ColumnNames();
    return cells.stream().map(names::take).toList();
  }

  private TableDialect dialect(char delimiter, int headerLines) throws IOException {
    Optional<Character> quote =
        delimiter == '\t' && !quotesTabs() ? Optional.empty() : Optional.of('"');
    return new TableDialect(delimiter, quote, StandardCharsets.UTF_8, headerLines, "");
  }

  /** Between TABs quotes are characters, unless every one that opens a cell also closes it. */
  private boolean quotesTabs() throws IOException {
    TableDialect plain = new TableDialect('\t', Optional.empty(), StandardCharsets.UTF_8, 0, "");
    boolean any = false;
    for (List<String> record : LoneTable.records(text, plain, LOOKED_AT)) {
      for (String cell : record) {
        boolean opens = cell.startsWith("\"");
        if (opens && (cell.length() < 2 || !cell.endsWith("\""))) {
          return false;
        }
        any |= opens;
      }
    }
    return any;
  }
}
