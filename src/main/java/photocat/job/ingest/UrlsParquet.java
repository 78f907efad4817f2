package photocat.job.ingest;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Amounts;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.urls.UrlColumns;
import photocat.source.urls.UrlFile;
import photocat.source.urls.UrlRole;
import photocat.sql.Quoted;

/** Loads lists that DuckDB reads where they lie. */
final class UrlsParquet {
  private static final String ROOM = "sources/urls/";

  /** A value that stands in many rows is in the file once, and in the catalogue in each of them. */
  private static final long LARGEST_RATIO = 200;

  private static final long RATIO_CHECKED_FROM_BYTES = 256L << 20;

  private final Session session;
  private final SnapshotRows rows;
  private final UrlsTable table;

  UrlsParquet(Session session, SnapshotRows rows, UrlsTable table) {
    this.session = session;
    this.rows = rows;
    this.table = table;
  }

  /** Loads one file, which the catalogue calls {@code name}, and returns its columns. */
  UrlColumns load(UrlFile file, String name, Map<UrlRole, String> named) {
    // DuckDB takes * ? [ in a path for a pattern; in brackets each stands for itself.
    String path = file.path().toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
    List<Row> schema = session.list(ROOM + "parquet_columns", Map.of("path", path), row -> row);
    List<String> headers = schema.stream().map(row -> row.text("column_name")).toList();
    UrlColumns columns = UrlColumns.find(headers, named);
    boolean numbered = headers.stream().noneMatch("file_row_number"::equalsIgnoreCase);
    IntFunction<String> cell =
        at -> UrlsColumns.parquetCell(headers.get(at), schema.get(at).text("column_type"));
    session.run(
        ROOM + "rows_of_parquet",
        Map.of(),
        Map.of(
            "columns",
            UrlsColumns.selected(columns, table.columns(columns), cell),
            "bytes",
            each(headers, at -> "coalesce(strlen(%s), 0)".formatted(cell.apply(at)), " + "),
            "cut",
            each(headers, at -> cut(headers.get(at), cell.apply(at)), ", "),
            "line",
            numbered ? "file_row_number + 1" : "row_number() OVER ()",
            "file",
            Quoted.text(path),
            "numbered",
            String.valueOf(numbered)));
    load(file.path(), name);
    return columns;
  }

  private static String each(List<String> headers, IntFunction<String> words, String between) {
    return IntStream.range(0, headers.size()).mapToObj(words).collect(joining(between));
  }

  private static String cut(String header, String cell) {
    return "%s: left(%s, 200)".formatted(Quoted.text(header), cell);
  }

  private void load(Path file, String name) {
    Row size = session.list(ROOM + "parquet_size", Map.of(), row -> row).get(0);
    checkSize(UrlsIngest.sizeBytes(file), size.number("bytes"));
    Map<String, Object> values = Map.of("snapshot_id", rows.id(), "file", name);
    long loaded =
        session.run(ROOM + "load", values, Map.of("helpers", "flaw, row_text, row_bytes"));
    long rejected = loaded == size.number("rows") ? 0 : session.run(ROOM + "reject", values);
    rows.count(UrlsLoader.TABLE, loaded, rejected);
  }

  private static void checkSize(long fileBytes, long bytes) {
    if (bytes > RATIO_CHECKED_FROM_BYTES && bytes / LARGEST_RATIO > fileBytes) {
      throw PhotocatException.of(
              ExitStatus.FAILED,
              "its rows take %s, more than %d times its size"
                  .formatted(Amounts.bytes(bytes), LARGEST_RATIO))
          .withHint("leave out the column whose long values stand in many rows");
    }
  }
}
