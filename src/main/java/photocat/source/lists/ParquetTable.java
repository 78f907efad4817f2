package photocat.source.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Column;
import photocat.model.RowSink;

/** A Parquet file, which DuckDB reads. */
final class ParquetTable implements ListTable {
  private static final int PAGE_CELLS = 400_000;
  private static final int MOST_PAGE_ROWS = 20_000;

  private final Session session;
  private final String path;
  private final List<String> headers;

  private ParquetTable(Session session, String path, List<String> headers) {
    this.session = session;
    this.path = path;
    this.headers = headers;
  }

  static ParquetTable of(Session session, Path file) {
    String path = withoutPatterns(file.toAbsolutePath().toString());
    // A result has no two columns of one name, whatever the file has.
    List<Row> schema = session.list("shortlist/parquet_schema", Map.of("path", path), row -> row);
    List<String> headers = new ArrayList<>();
    for (int at = 1; at < schema.size(); at = after(schema, at)) {
      headers.add(schema.get(at).text("name"));
    }
    return new ParquetTable(session, path, List.copyOf(headers));
  }

  /** Returns the place behind the column at {@code at} and all that is inside it. */
  private static int after(List<Row> schema, int at) {
    long left = 1;
    int next = at;
    for (; left > 0 && next < schema.size(); next++) {
      left += schema.get(next).number("parts") - 1;
    }
    return next;
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public void read(Taker rows) throws IOException {
    int pageRows = Math.max(1, Math.min(MOST_PAGE_ROWS, PAGE_CELLS / Math.max(1, headers.size())));
    // By the page, since whoever takes the rows may use the session for other statements.
    List<List<String>> page = new ArrayList<>();
    for (long from = 0; from == 0 || page.size() == pageRows; from += pageRows) {
      page.clear();
      session.query(
          "shortlist/parquet_rows",
          Map.of("path", path, "from", from, "rows", pageRows),
          new Page(page));
      for (int i = 0; i < page.size(); i++) {
        rows.take(from + i + 1, page.get(i));
      }
    }
  }

  /** DuckDB takes {@code * ? [} in a path for a pattern; in brackets each stands for itself. */
  private static String withoutPatterns(String path) {
    return path.replaceAll("[*?\\[]", "[$0]");
  }

  /** Takes the texts of a result. */
  private record Page(List<List<String>> rows) implements RowSink {
    @Override
    public void columns(List<Column> columns) {
      // They are those of the file.
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
      rows.add(values.stream().map(value -> value == null ? "" : value.toString()).toList());
      return true;
    }
  }
}
