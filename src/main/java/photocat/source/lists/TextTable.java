package photocat.source.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CSV or TSV with a header that names the columns, or a plain list with a name on each line. */
final class TextTable implements ListTable {
  /** No character ends a cell but the end of the line: U+0000 stands in no text file. */
  private static final char NONE = '\0';

  private static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');

  private final TextFile file;
  private final TextHeader header;
  private final char delimiter;

  private TextTable(TextFile file, TextHeader header, char delimiter) {
    this.file = file;
    this.header = header;
    this.delimiter = delimiter;
  }

  /** Looks at the first lines of {@code path}, of which {@code columns} are wanted. */
  static TextTable of(Path path, NameColumns columns) throws IOException {
    TextFile file = TextFile.of(path);
    if (file.delimiter().isPresent()) {
      char delimiter = file.delimiter().get();
      return new TextTable(file, TextHeader.of(file, delimiter, columns), delimiter);
    }
    List<Character> delimiters = new ArrayList<>(DELIMITERS);
    if (file.startsWithQuotedWords()) {
      delimiters.add(' ');
    }
    TextTable best = new TextTable(file, TextHeader.NONE, ',');
    Optional<DelimitedText.UnreadRecordException> unread = Optional.empty();
    for (char delimiter : delimiters) {
      TextTable table = best;
      try {
        table = new TextTable(file, TextHeader.of(file, delimiter, columns), delimiter);
      } catch (DelimitedText.UnreadRecordException e) {
        unread = unread.filter(before -> before.weight() >= e.weight()).or(() -> Optional.of(e));
      }
      if (table.header.isLikelierThan(best.header)) {
        best = table;
      }
    }
    boolean oneColumn =
        best.header.cells().size() < 2 || (isTextFile(path) && best.delimiter != '\t');
    boolean plainList =
        oneColumn && !best.header.isKnown() && !columns.areNamed() && !columns.role().needsKey();
    boolean quoted = !plainList || !isTextFile(path);
    boolean isRead = best.header.isKnown() || !quoted;
    if (unread.isPresent() && !isRead && (unread.get().weight() > 0 || best.isNothing())) {
      throw unread.get();
    }
    return plainList ? new TextTable(file, TextHeader.NONE, NONE) : best;
  }

  private boolean isNothing() {
    return header.equals(TextHeader.NONE);
  }

  private static boolean isTextFile(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.txt(\\.gz)?");
  }

  @Override
  public List<String> headers() {
    return header.cells();
  }

  @Override
  public boolean isPlain() {
    return delimiter == NONE;
  }

  @Override
  public String remark() {
    return header.remark();
  }

  @Override
  public boolean mayShift() {
    return !isPlain();
  }

  @Override
  public void read(Taker rows) throws IOException {
    try (BufferedReader reader = file.open()) {
      boolean quoted = !isPlain() || !isTextFile(file.path());
      DelimitedText text = new DelimitedText(reader, delimiter, quoted, file.firstLine());
      for (int above = 0; !isPlain() && above <= header.at(); above++) {
        text.record();
      }
      long line = 1;
      for (Optional<List<String>> next = text.record(); next.isPresent(); next = text.record()) {
        rows.take(line++, next.get());
      }
    }
  }
}
