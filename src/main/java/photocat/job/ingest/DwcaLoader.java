package photocat.job.ingest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.source.dwca.ArchiveColumn;
import photocat.source.dwca.ArchiveReader;
import photocat.source.dwca.ArchiveTable;
import photocat.source.dwca.OddRow;
import photocat.source.dwca.RowStream;
import photocat.source.dwca.RowStreams;
import photocat.source.dwca.StreamRequest;

/** Loads the tables of one archive, each row into the snapshot or into its rejects. */
final class DwcaLoader {
  /** The condition that every row meets. */
  static final String ALL = "true";

  private final Session session;
  private final ArchiveReader reader;
  private final SnapshotRows rows;
  private final Optional<Path> workFolder;
  private final Cancellation cancellation;
  private final Progress progress;

  DwcaLoader(
      Session session,
      ArchiveReader reader,
      SnapshotRows rows,
      Optional<Path> workFolder,
      Cancellation cancellation,
      Progress progress) {
    this.session = session;
    this.reader = reader;
    this.rows = rows;
    this.workFolder = workFolder;
    this.cancellation = cancellation;
    this.progress = progress;
  }

  /**
   * Loads the rows of {@code table} that meet {@code where}.
   *
   * @return what is odd but harmless about its rows
   * @throws PhotocatException when the archive or the condition cannot be read, or on cancellation
   */
  Optional<String> load(ArchiveTable table, DwcaTable into, String where) {
    Optional<String> told = Optional.empty();
    Function<RowStream, Map<String, String>> holes = holes(into, where);
    StreamRequest streamed = new StreamRequest(workFolder, threads());
    try (ReadingStep reading = new ReadingStep(progress, "reading " + table.files().get(0));
        RowStreams streams = reader.streams(table, streamed, cancellation, reading::read)) {
      for (Optional<RowStream> next = streams.next(); next.isPresent(); next = streams.next()) {
        RowStream stream = next.get();
        long before = rows.rows();
        reading.counts(() -> before + stream.rows());
        long loaded = load(stream, into, holes.apply(stream));
        List<OddRow> odd = stream.oddRows();
        cancellation.check("reading " + reader.name());
        if (where.equals(ALL) && loaded != stream.rows()) {
          throw PhotocatException.of(
              ExitStatus.FAILED,
              "cannot ingest %s: of %s, %d were loaded, the rest lost"
                  .formatted(stream.path(), Amounts.count(stream.rows(), "row"), loaded));
        }
        rows.reject(
            stream.path(),
            odd.stream()
                .map(row -> new SnapshotRows.Reject(row.line(), row.text(), row.reason()))
                .toList());
        rows.count(into.tableName(), loaded, odd.size());
        if (told.isEmpty()) {
          told = stream.told().map(OneLine.of(stream.path()).concat(": ")::concat);
        }
      }
    }
    session.run("sources/dwca/forget_cells");
    return told;
  }

  private Function<RowStream, Map<String, String>> holes(DwcaTable into, String where) {
    if (into == DwcaTable.EXTENSION_ROWS) {
      return stream -> DwcaCells.holes(stream, where);
    }
    // Files of one table may differ in the cells that the archive says nothing of.
    Map<List<String>, DwcaColumns> columns = new HashMap<>();
    return stream ->
        columns
            .computeIfAbsent(stream.cells(), cells -> columns(stream, into, where))
            .holes(stream, where);
  }

  private DwcaColumns columns(RowStream stream, DwcaTable into, String where) {
    List<ArchiveColumn> all = new DwcaScan(stream).columns();
    DwcaColumns columns = DwcaColumns.of(session, into, all, SourceViews.columns(session));
    if (into == DwcaTable.RECORDS) {
      checkCondition(where);
    }
    return columns;
  }

  private Map<String, @Nullable Object> values(RowStream stream, DwcaTable into) {
    ArchiveTable table = stream.table();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("snapshot_id", rows.id());
    switch (into) {
      case RECORDS -> values.put("record_type", table.kind().word());
      case MEDIA -> {}
      case EXTENSION_ROWS -> {
        values.put("file", stream.path());
        values.put("row_type", table.rowType().isEmpty() ? null : table.rowTypeName());
      }
    }
    return values;
  }

  private long load(RowStream stream, DwcaTable into, Map<String, String> holes) {
    try {
      session.run("sources/dwca/cells", Map.of(), holes);
      return session.run(into.loading(), values(stream, into), holes);
    } catch (PhotocatException e) {
      // What is no row for DuckDB may be half of one, behind which the archive could not be read.
      stream.checkReadable();
      String where = String.valueOf(holes.get("where"));
      int words = e.message().indexOf(Session.DUCKDB_SAYS);
      throw into == DwcaTable.RECORDS && !where.equals(ALL) && words >= 0
          ? unusable(where, e.message().substring(words + Session.DUCKDB_SAYS.length()), e)
          : e;
    }
  }

  private int threads() {
    return session
        .first("ingest/threads", Map.of(), row -> (int) row.number("threads"))
        .orElseThrow();
  }

  private void checkCondition(String where) {
    try {
      session.tryOut("sources/dwca/check_where", Map.of("where", where));
    } catch (PhotocatException e) {
      throw e.kind() == ExitStatus.FAILED ? unusable(where, e.message(), e) : e;
    }
  }

  /** The condition is wrong, or does not hold for the values of a row, as DuckDB found. */
  private static PhotocatException unusable(String where, String found, PhotocatException cause) {
    return PhotocatException.of(
            ExitStatus.USAGE,
            "cannot use --where \"%s\": %s"
                .formatted(
                    where.substring(1, where.length() - 1), found.lines().findFirst().orElse("")),
            cause)
        .withHint("it may name the columns of the archive's records, such as kingdom");
  }
}
