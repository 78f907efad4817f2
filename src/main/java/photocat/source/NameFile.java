package photocat.source;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.RowReader;
import photocat.catalog.Session;
import photocat.file.InputFile;
import photocat.model.Column;
import photocat.model.Kind;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.model.RowSink;
import photocat.model.TaxonKey;

/**
 * A file of names: Parquet (told by its first bytes), CSV or TSV with a header that names the
 * columns, or a plain list with a name on each line. Text is UTF-8, with or without a byte order
 * mark.
 */
public final class NameFile {
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int PAGE_ROWS = 20_000;
  private static final int MOST_NAMED = 50;
  private static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');

  private final Path file;
  private final NameColumns columns;

  /** The file {@code file}, of which {@code columns} are wanted. */
  public NameFile(Path file, NameColumns columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * Hands over every row in order, blank ones too.
   *
   * @param session reads Parquet
   * @throws PhotocatException when the file cannot be read, or its columns cannot be told
   */
  public void read(Session session, Consumer<NameRow> rows) {
    if (InputFile.isPipe(file)) {
      throw PhotocatException.of(
              Kind.FAILED,
              "cannot read %s: it is a pipe, and is read more than once".formatted(file))
          .withHint("write it to a file first");
    }
    try {
      if (isParquet()) {
        readParquet(session, rows);
      } else {
        readText(rows);
      }
    } catch (NoSuchFileException e) {
      throw unreadable("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw unreadable("permission denied", e);
    } catch (CharacterCodingException e) {
      throw unreadable("it is not UTF-8 text", e)
          .withHint("save it as UTF-8; in a spreadsheet choose 'CSV UTF-8'");
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private boolean isParquet() throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    try (InputStream in = InputFile.openNoPipe(file)) {
      return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
    }
  }

  private void readText(Consumer<NameRow> rows) throws IOException {
    Optional<Character> delimiter = tableDelimiter();
    try (Reader reader = open()) {
      if (delimiter.isEmpty()) {
        // No character ends a cell but the end of the line: U+0000 stands in no text file.
        DelimitedText list = new DelimitedText(reader, '\0', !isTextFile());
        readRecords(list, new NameColumns.Found(Optional.empty(), 0), rows);
        return;
      }
      DelimitedText table = new DelimitedText(reader, delimiter.get(), true);
      List<String> headers = table.record().orElse(List.of());
      readRecords(table, columns.find(headers).orElseThrow(() -> unknownColumns(headers)), rows);
    }
  }

  /** Returns what separates the columns of a table with a header; empty for a plain list. */
  private Optional<Character> tableDelimiter() throws IOException {
    List<String> mostCells = List.of();
    char best = ',';
    for (char delimiter : DELIMITERS) {
      List<String> headers = firstRecord(delimiter);
      if (columns.find(headers).isPresent()) {
        return Optional.of(delimiter);
      }
      if (headers.size() > mostCells.size()) {
        mostCells = headers;
        best = delimiter;
      }
    }
    boolean oneColumn = mostCells.size() < 2 || (isTextFile() && best != '\t');
    boolean plainList = oneColumn && !columns.areNamed() && !columns.role().needsKey();
    return plainList ? Optional.empty() : Optional.of(best);
  }

  private boolean isTextFile() {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
  }

  private List<String> firstRecord(char delimiter) throws IOException {
    try (Reader reader = open()) {
      return new DelimitedText(reader, delimiter, true).record().orElse(List.of());
    } catch (DelimitedText.UnclosedQuoteException e) {
      return List.of();
    }
  }

  private void readRecords(DelimitedText text, NameColumns.Found found, Consumer<NameRow> rows)
      throws IOException {
    long line = 1;
    for (Optional<List<String>> next = text.record(); next.isPresent(); next = text.record()) {
      List<String> cells = next.get();
      String name = cell(cells, found.name());
      rows.accept(row(line++, found.key().map(at -> cell(cells, at)), name));
    }
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }

  private void readParquet(Session session, Consumer<NameRow> rows) {
    String path = withoutPatterns(file.toAbsolutePath().toString());
    Headers headers = new Headers();
    session.query("shortlist/parquet_columns", Map.of("path", path), headers);
    NameColumns.Found found =
        columns.find(headers.names).orElseThrow(() -> unknownColumns(headers.names));
    String name = quoted(headers.names.get(found.name()));
    String key = found.key().map(at -> quoted(headers.names.get(at))).orElse(name);
    // By the page, since whoever takes the rows may use the session for other statements.
    List<NameRow> page = new ArrayList<>();
    for (long from = 0; from == 0 || page.size() == PAGE_ROWS; from += PAGE_ROWS) {
      page.clear();
      session.query(
          "shortlist/parquet_rows",
          Map.of("path", path, "from", from, "rows", PAGE_ROWS),
          Map.of("key", key, "name", name),
          new RowReader(row -> page.add(parquetRow(row, found.key().isPresent()))));
      page.forEach(rows);
    }
  }

  private NameRow parquetRow(Row row, boolean hasKey) {
    Optional<String> key =
        hasKey ? Optional.of(row.optionalText("taxon_key").orElse("")) : Optional.empty();
    return row(row.number("line"), key, row.optionalText("name").orElse(""));
  }

  /** A list of accepted names may give keys to some of them only; the others are known by name. */
  private NameRow row(long line, Optional<String> keyCell, String name) {
    if (columns.role() == NameColumns.Role.OVERRIDE) {
      return new NameRow(line, keyCell.orElse(name).strip(), name);
    }
    Optional<String> key = keyCell.flatMap(TaxonKey::of);
    String known = key.orElse(columns.role().needsKey() ? "" : name.strip());
    return new NameRow(line, known, name, keyCell.isPresent() && key.isEmpty());
  }

  /** DuckDB takes {@code * ? [} in a path for a pattern; in brackets each stands for itself. */
  private static String withoutPatterns(String path) {
    return path.replaceAll("[*?\\[]", "[$0]");
  }

  private static String quoted(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  private Reader open() throws IOException {
    // A decoder of its own reports bytes that are not UTF-8; the usual one replaces them.
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
  }

  private PhotocatException unknownColumns(List<String> headers) {
    String found =
        headers.isEmpty()
            ? "it is empty"
            : "its columns are "
                + headers.stream().limit(MOST_NAMED).map(OneLine::of).collect(joining(", "))
                + (headers.size() > MOST_NAMED ? ", …" : "");
    String missing =
        columns.areNamed()
            ? "the one asked for is not among them"
            : columns.role().needsKey()
                ? "no two of them are known to hold a key and a name"
                : "none of them is known to hold names";
    return PhotocatException.of(
            Kind.FAILED, "cannot read %s: %s, %s".formatted(file, found, missing))
        .withHint(
            columns.role() == NameColumns.Role.OVERRIDE
                ? "call the columns from_name and to_name"
                : "name the columns with --key COLUMN and --name COLUMN");
  }

  private PhotocatException unreadable(String found, IOException cause) {
    return PhotocatException.of(Kind.FAILED, "cannot read %s: %s".formatted(file, found), cause);
  }

  /** Takes the names of the columns of a result. */
  private static final class Headers implements RowSink {
    private List<String> names = List.of();

    @Override
    public void columns(List<Column> columns) {
      names = columns.stream().map(Column::name).toList();
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      return false;
    }
  }
}
