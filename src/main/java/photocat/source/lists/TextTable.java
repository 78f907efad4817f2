package photocat.source.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CSV or TSV with a header that names the columns, or a plain list with a name on each line. */
final class TextTable implements ListTable {
  /** No character ends a cell but the end of the line: U+0000 stands in no text file. */
  private static final char NONE = '\0';

  private static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');

  private final TextFile file;
  private final List<String> headers;
  private final char delimiter;
  private final boolean isKnown;

  private TextTable(TextFile file, List<String> headers, char delimiter, boolean isKnown) {
    this.file = file;
    this.headers = headers;
    this.delimiter = delimiter;
    this.isKnown = isKnown;
  }

  /** Looks at the first lines of {@code path}, of which {@code columns} are wanted. */
  static TextTable of(Path path, NameColumns columns) throws IOException {
    TextFile file = TextFile.of(path);
    if (file.delimiter().isPresent()) {
      return withHeader(file, file.delimiter().get(), columns);
    }
    TextTable best = new TextTable(file, List.of(), ',', false);
    Optional<IOException> unclosed = Optional.empty();
    for (char delimiter : DELIMITERS) {
      TextTable table = best;
      try {
        table = withHeader(file, delimiter, columns);
      } catch (DelimitedText.UnclosedQuoteException e) {
        unclosed = Optional.of(e);
      }
      if (table.isLikelierThan(best)) {
        best = table;
      }
    }
    boolean oneColumn = best.headers.size() < 2 || (isTextFile(path) && best.delimiter != '\t');
    boolean plainList =
        oneColumn && !best.isKnown && !columns.areNamed() && !columns.role().needsKey();
    boolean quoted = !plainList || !isTextFile(path);
    if (unclosed.isPresent() && quoted && !best.isKnown) {
      throw unclosed.get();
    }
    return plainList ? new TextTable(file, List.of(), NONE, false) : best;
  }

  private static TextTable withHeader(TextFile file, char delimiter, NameColumns columns)
      throws IOException {
    try (BufferedReader reader = file.open()) {
      DelimitedText text = new DelimitedText(reader, delimiter, true, file.firstLine());
      List<String> headers = text.record().orElse(List.of());
      return new TextTable(
          file, headers, delimiter, !columns.isHeadless() && columns.areKnownIn(headers));
    }
  }

  /** A header that is not taken apart may look like the name of one column. */
  private boolean isLikelierThan(TextTable other) {
    return isKnown == other.isKnown ? headers.size() > other.headers.size() : isKnown;
  }

  private static boolean isTextFile(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.txt(\\.gz)?");
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public boolean isPlain() {
    return delimiter == NONE;
  }

  @Override
  public void read(Taker rows) throws IOException {
    try (BufferedReader reader = file.open()) {
      boolean quoted = !isPlain() || !isTextFile(file.path());
      DelimitedText text = new DelimitedText(reader, delimiter, quoted, file.firstLine());
      if (!isPlain()) {
        text.record();
      }
      long line = 1;
      for (Optional<List<String>> next = text.record(); next.isPresent(); next = text.record()) {
        rows.take(line++, next.get());
      }
    }
  }
}
