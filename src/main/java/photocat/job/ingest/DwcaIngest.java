package photocat.job.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.RemoteFile;
import photocat.source.RemoteSettings;
import photocat.source.dwca.ArchiveDescriptor;
import photocat.source.dwca.ArchiveReader;
import photocat.source.dwca.ArchiveTable;
import photocat.source.dwca.OddRow;
import photocat.source.dwca.RowKind;
import photocat.source.dwca.RowStream;
import photocat.source.dwca.RowStreams;
import photocat.source.dwca.StreamRequest;

/** Takes a Darwin Core Archive in, in the place of the one of the same name. */
public final class DwcaIngest {
  /** What {@code snapshots.source} says of these snapshots. */
  public static final String SOURCE = "dwca";

  private static final String ROOM = "sources/dwca/";
  private static final String ALL = "true";

  private final Session session;
  private final Cancellation cancellation;
  private final Progress progress;
  private final InstantSource clock;

  /** An ingest into the catalogue of {@code session}, which the caller closes. */
  public DwcaIngest(
      Session session, Cancellation cancellation, Progress progress, InstantSource clock) {
    this.session = session;
    this.cancellation = cancellation;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What to read.
   *
   * @param archive path of a zip, a tar archive, a folder or the file of one table; or the address
   *     of such a file, {@code https://…} or {@code s3://bucket/key}
   * @param name of the snapshot; one of that name is replaced
   * @param where a condition in brackets on the columns of a record; others are not taken in
   * @param workFolder where pieces lie for a moment; empty: the temporary folder of the system
   */
  public record Request(
      String archive, String name, Optional<String> where, Optional<Path> workFolder) {}

  /**
   * What was taken in.
   *
   * @param records rows of {@code dwca_records}
   * @param media rows of {@code dwca_media}
   * @param photos different photos with an address
   * @param openPhotos of these, those under an open licence
   * @param rejectedRows rows kept in {@code ingest_rejects}
   * @param notes what was odd but harmless about the archive, a line each
   */
  public record Ingested(
      long records,
      long media,
      long photos,
      long openPhotos,
      long rejectedRows,
      Duration duration,
      List<String> notes) {
    /** Copies the list. */
    public Ingested {
      notes = List.copyOf(notes);
    }
  }

  private record Loaded(
      long records, long media, long photos, long openPhotos, List<String> notes) {}

  /** Takes the archive in, all of it or nothing. */
  public Ingested run(Request request) {
    if (!RemoteFile.isAddress(request.archive())) {
      return run(Path.of(request.archive()), request.archive(), request);
    }
    try (RemoteFile file = fetched(request)) {
      return run(file, request);
    }
  }

  private Ingested run(RemoteFile file, Request request) {
    try {
      return run(file.path(), file.origin(), request);
    } catch (PhotocatException e) {
      throw file.named(e);
    }
  }

  private RemoteFile fetched(Request request) {
    try (ReadingStep reading = new ReadingStep(progress, "fetching the archive")) {
      return RemoteFile.fetch(
          request.archive(),
          RemoteSettings.DEFAULTS,
          request.workFolder().map(WorkFolders::fetched),
          cancellation,
          reading::read);
    }
  }

  private Ingested run(Path archive, String origin, Request request) {
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      SnapshotWriter.Written<Loaded> written =
          new SnapshotWriter(session, clock)
              .write(
                  new SnapshotWriter.Identity(SOURCE, request.name(), origin),
                  rows -> load(reader, request, rows));
      Loaded loaded = written.loaded();
      return new Ingested(
          loaded.records(),
          loaded.media(),
          loaded.photos(),
          loaded.openPhotos(),
          written.rejectedRows(),
          written.duration(),
          loaded.notes());
    }
  }

  private Loaded load(ArchiveReader reader, Request request, SnapshotRows rows) {
    ArchiveDescriptor descriptor = reader.descriptor();
    List<String> notes = new ArrayList<>(descriptor.notes());
    rows.origin(Optional.empty(), reader.sizeBytes());
    for (DwcaTable table : DwcaTable.values()) {
      rows.forgetReplaced(table.tableName());
    }
    Optional<String> kept = request.where();
    String ofKept = kept.isPresent() ? keptMedia(rows) : ALL;
    boolean hasMedia = false;
    for (ArchiveTable table : descriptor.tables().toList()) {
      if (isRecords(table, descriptor)) {
        load(reader, table, request, rows, DwcaTable.RECORDS, kept.orElse(ALL));
      } else if (table.kind().isMedia()) {
        hasMedia = true;
        load(reader, table, request, rows, DwcaTable.MEDIA, ofKept);
      } else {
        notes.add(
            "left out %s, which has neither records nor media".formatted(table.files().get(0)));
      }
    }
    detach(rows, notes);
    if (!hasMedia) {
      long found = session.run(ROOM + "load_associated", Map.of("snapshot_id", rows.id()));
      rows.count(DwcaTable.MEDIA.tableName(), found, 0);
    }
    new DwcaTaxa(session).fill();
    new DwcaWords(session).read();
    new DwcaDatasets(session).keep(reader.documents(), rows.id(), notes);
    SourceViews.remake(session, SOURCE);
    return session
        .first(
            ROOM + "summary",
            Map.of("snapshot_id", rows.id()),
            row ->
                new Loaded(
                    rows.loaded(DwcaTable.RECORDS.tableName()),
                    rows.loaded(DwcaTable.MEDIA.tableName()),
                    row.number("photos"),
                    row.number("open_photos"),
                    notes))
        .orElseThrow();
  }

  /** Takes media away from records that share their key with those of other taxa. */
  private void detach(SnapshotRows rows, List<String> notes) {
    Map<String, Integer> snapshot = Map.of("snapshot_id", rows.id());
    session.run(ROOM + "find_shared_keys", snapshot);
    long detached = session.run(ROOM + "detach_shared_keys", snapshot);
    session.run(ROOM + "detach_events", snapshot);
    session.run(ROOM + "forget_shared_keys");
    if (detached > 0) {
      notes.add(
          "%s the key of records of other taxa: of which their media are, nobody knows"
              .formatted(Amounts.count(detached, "record shares", "records share")));
    }
  }

  private static String keptMedia(SnapshotRows rows) {
    // As an argument, it makes DuckDB look each row up in the keys, and never hold all media for
    // that.
    return "coalesce(core_id IN (SELECT core_id FROM %s WHERE snapshot_id = %d), false)"
        .formatted(DwcaTable.RECORDS.tableName(), rows.id());
  }

  /** GBIF's {@code verbatim.txt} is a table of occurrences that has those of the core once more. */
  private static boolean isRecords(ArchiveTable table, ArchiveDescriptor descriptor) {
    return table.core()
        || (table.kind() == RowKind.OCCURRENCE && descriptor.core().kind() != RowKind.OCCURRENCE);
  }

  private void load(
      ArchiveReader reader,
      ArchiveTable table,
      Request request,
      SnapshotRows rows,
      DwcaTable into,
      String where) {
    Set<String> taken = SourceViews.columns(session);
    DwcaColumns columns = DwcaColumns.of(session, into, table, taken);
    if (into == DwcaTable.RECORDS) {
      checkCondition(where);
    }
    StreamRequest streamed = new StreamRequest(request.workFolder(), threads());
    try (ReadingStep reading = new ReadingStep(progress, "reading " + table.files().get(0));
        RowStreams streams = reader.streams(table, streamed, cancellation, reading::read)) {
      for (Optional<RowStream> next = streams.next(); next.isPresent(); next = streams.next()) {
        RowStream stream = next.get();
        long before = rows.rows();
        reading.counts(() -> before + stream.rows());
        Map<String, Object> values = new HashMap<>();
        values.put("files", stream.pipes().stream().map(Path::toString).toList());
        values.put("snapshot_id", rows.id());
        if (into == DwcaTable.RECORDS) {
          values.put("record_type", table.kind().name().toLowerCase(Locale.ROOT));
        }
        long loaded = session.run(into.loading(), values, columns.holes(stream, where));
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
      }
    }
  }

  private int threads() {
    return session
        .first("ingest/threads", Map.of(), row -> (int) row.number("threads"))
        .orElseThrow();
  }

  private void checkCondition(String where) {
    try {
      session.tryOut(ROOM + "check_where", Map.of("where", where));
    } catch (PhotocatException e) {
      throw e.kind() != ExitStatus.FAILED
          ? e
          : PhotocatException.of(
                  ExitStatus.USAGE,
                  "cannot use --where \"%s\": %s"
                      .formatted(
                          where.substring(1, where.length() - 1),
                          e.message().lines().findFirst().orElse("")),
                  e)
              .withHint("it may name the columns of the archive's records, such as kingdom");
    }
  }
}
