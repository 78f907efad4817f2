package photocat.job.ingest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.dwca.LoneTable;
import photocat.source.dwca.OddRow;
import photocat.source.dwca.PieceReader;
import photocat.source.dwca.PieceRequest;
import photocat.source.dwca.RowPiece;
import photocat.source.dwca.TableDialect;
import photocat.source.urls.UrlColumns;
import photocat.source.urls.UrlFile;
import photocat.source.urls.UrlRole;
import photocat.sql.Quoted;

/** Loads the files of one snapshot: each row is loaded or kept as rejected. */
final class UrlsLoader {
  static final String TABLE = "urls_photos";
  private static final String ROOM = "sources/urls/";
  private static final String BARE = "addresses that stand alone, in no object";

  private final Session session;
  private final Cancellation cancellation;
  private final SnapshotRows rows;
  private final Optional<Path> workFolder;
  private final ReadingStep step;
  private final UrlsTable table;

  UrlsLoader(
      Session session,
      Cancellation cancellation,
      SnapshotRows rows,
      Optional<Path> workFolder,
      ReadingStep step) {
    this.step = step;
    this.session = session;
    this.cancellation = cancellation;
    this.rows = rows;
    this.workFolder = workFolder;
    this.table = new UrlsTable(session);
  }

  /**
   * Loads one file.
   *
   * @param name what the catalogue calls it
   * @return which columns were taken for what, and what is odd but harmless about its rows
   */
  List<String> load(UrlFile file, String name, Map<UrlRole, String> named) {
    cancellation.check("reading " + file.path());
    Set<String> told = new LinkedHashSet<>();
    try {
      UrlColumns columns =
          switch (file.form()) {
            case CELLS -> cells(file, name, UrlColumns.find(file.headers(), named), told);
            case JSON_LINES, ITEMS -> items(file, name, named, told);
            case PARQUET -> new UrlsParquet(session, rows, table).load(file, name, named);
          };
      return Stream.concat(Stream.of(columns.told()), told.stream())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (PhotocatException e) {
      throw e.kind() == ExitStatus.FAILED ? UrlFile.named(file.path(), e) : e;
    }
  }

  /** Forgets the views of the last file. */
  void end() {
    session.run(ROOM + "drop_rows");
  }

  private UrlColumns cells(UrlFile file, String name, UrlColumns columns, Set<String> told) {
    List<String> names = table.columns(columns);
    TableDialect dialect = file.table().orElseThrow().dialect();
    String quote = Quoted.text(dialect.quote().map(String::valueOf).orElse(""));
    String delimiter = Quoted.text(String.valueOf(dialect.delimiter()));
    int cells = columns.headers().size();
    try (PieceReader pieces = pieces(file, true)) {
      for (Optional<RowPiece> next = pieces.next(); next.isPresent(); next = pieces.next()) {
        RowPiece piece = next.get();
        session.run(
            ROOM + "cells",
            Map.of(),
            Map.of(
                "file",
                Quoted.text(piece.file().toString()),
                "delimiter",
                delimiter,
                "quote",
                quote,
                "cells",
                struct(cells)));
        String selected =
            UrlsColumns.selected(columns, names, at -> "nullif(c%d, '')".formatted(at + 1));
        session.run(
            ROOM + "rows_of_cells",
            Map.of(),
            Map.of(
                "columns", selected,
                "delimiter", delimiter,
                "row", joined(cells, at -> "c" + at)));
        load(piece, name, "flaw, row_text", false);
        piece.told().ifPresent(told::add);
      }
    }
    return columns;
  }

  private static String struct(int cells) {
    return "{c0: 'BIGINT', " + joined(cells, at -> "c%d: 'VARCHAR'".formatted(at)) + "}";
  }

  private static String joined(int cells, IntFunction<String> cell) {
    return IntStream.rangeClosed(1, cells).mapToObj(cell).collect(Collectors.joining(", "));
  }

  /** What columns there are the items tell, those of a later piece perhaps more. */
  private UrlColumns items(
      UrlFile file, String name, Map<UrlRole, String> named, Set<String> told) {
    Set<String> all = new LinkedHashSet<>();
    Optional<UrlColumns> found = Optional.empty();
    try (PieceReader pieces = pieces(file, file.form() == UrlFile.Form.JSON_LINES)) {
      for (Optional<RowPiece> next = pieces.next(); next.isPresent(); next = pieces.next()) {
        RowPiece piece = next.get();
        session.run(ROOM + "items", Map.of(), Map.of("file", Quoted.text(piece.file().toString())));
        for (Row row : list("item_keys", Map.of())) {
          row.optionalText("key").ifPresentOrElse(all::add, () -> told.add(BARE));
        }
        List<String> keys = List.copyOf(all);
        UrlColumns columns =
            found.isPresent()
                ? new UrlColumns(keys, found.get().places())
                : told.contains(BARE)
                    ? UrlColumns.findSome(keys, named)
                    : keys.isEmpty()
                        ? new UrlColumns(keys, Map.of())
                        : UrlColumns.find(keys, named);
        found = keys.isEmpty() ? found : Optional.of(columns);
        List<String> names = table.columns(columns);
        String selected =
            UrlsColumns.selected(
                columns,
                names,
                at ->
                    columns.spellings(at).stream()
                        .map(place -> "nullif(cells[%d], '')".formatted(place + 1))
                        .collect(Collectors.joining(", ", "coalesce(", ")")));
        session.run(
            ROOM + "rows_of_items",
            Map.of(),
            Map.of(
                "columns",
                selected,
                "paths",
                keys.stream()
                    .map(UrlsColumns::pointer)
                    .collect(Collectors.joining(", ", "[", "]::VARCHAR[]"))));
        load(piece, name, "flaw, row_text, is_object", file.form() == UrlFile.Form.ITEMS);
      }
    }
    return found.orElseGet(() -> new UrlColumns(List.of(), Map.of()));
  }

  private PieceReader pieces(UrlFile file, boolean isNumbered) {
    return LoneTable.pieces(
        file.path().toString(),
        file.text().orElseThrow(),
        file.table().orElseThrow(),
        new PieceRequest(workFolder, PieceRequest.DEFAULTS.pieceBytes(), isNumbered),
        cancellation,
        step::read);
  }

  /** Rows of some forms have the line where they begin before them. */
  private void load(RowPiece piece, String name, String helpers, boolean isPrefixed) {
    Map<String, Object> values = Map.of("snapshot_id", rows.id(), "file", name);
    long loaded = session.run(ROOM + "load", values, Map.of("helpers", helpers));
    long rejected = loaded == piece.rows() ? 0 : session.run(ROOM + "reject", values);
    if (loaded + rejected != piece.rows()) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "of %d rows %d were loaded, %d kept as rejected, the rest lost"
              .formatted(piece.rows(), loaded, rejected));
    }
    rows.reject(name, piece.oddRows().stream().map(odd -> reject(odd, isPrefixed)).toList());
    rows.count(TABLE, loaded, rejected + piece.oddRows().size());
    step.loaded(rows.rows());
  }

  private static SnapshotRows.Reject reject(OddRow odd, boolean isPrefixed) {
    int end = isPrefixed ? odd.text().indexOf('\u001f') : -1;
    long line = end < 0 ? odd.line() : Long.parseLong(odd.text().substring(0, end));
    return new SnapshotRows.Reject(line, odd.text().substring(end + 1), odd.reason());
  }

  private List<Row> list(String query, Map<String, Object> values) {
    return session.list(ROOM + query, new HashMap<>(values), row -> row);
  }
}
