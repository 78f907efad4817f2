package photocat.job.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.job.JobSettings;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.model.TextEnd;
import photocat.source.RemoteFile;
import photocat.source.RemoteSettings;
import photocat.source.dwca.ArchiveDescriptor;
import photocat.source.dwca.ArchiveReader;
import photocat.source.dwca.ArchiveTable;
import photocat.source.gbif.Download;
import photocat.source.gbif.DownloadId;

/** Takes a Darwin Core Archive in, in the place of the one of the same name. */
public final class DwcaIngest {
  /** What {@code snapshots.source} says of these snapshots. */
  public static final String SOURCE = "dwca";

  private static final String ROOM = "sources/dwca/";
  private static final int MOST_NAMED = 5;

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
   * @param typed the same as the user has typed it: the key, page or DOI of a download of GBIF
   *     where there is no such file
   * @param name of the snapshot, one of that name is replaced; empty: by what is read
   * @param where a condition in brackets on the columns of a record; others are not taken in
   * @param extensions whether rows of tables that hold neither records nor media are taken in too
   * @param workFolder where pieces lie for a moment; empty: the temporary folder of the system
   * @param settings how servers are asked
   */
  public record Request(
      String archive,
      String typed,
      Optional<String> name,
      Optional<String> where,
      boolean extensions,
      Optional<Path> workFolder,
      JobSettings settings) {}

  /**
   * What was taken in.
   *
   * @param records rows of {@code dwca_records}
   * @param media rows of {@code dwca_media}
   * @param extensionRows rows of {@code dwca_extension_rows}
   * @param photos different photos with an address
   * @param openPhotos of these, those under an open licence
   * @param rejectedRows rows kept in {@code ingest_rejects}
   * @param notes what was odd but harmless about the archive, a line each
   */
  public record Ingested(
      long records,
      long media,
      long extensionRows,
      long photos,
      long openPhotos,
      long rejectedRows,
      Duration duration,
      List<String> notes) {
    /** Copies the list. */
    public Ingested {
      notes = List.copyOf(notes);
    }

    private Ingested noted(List<String> more) {
      List<String> all = new ArrayList<>(notes);
      all.addAll(more);
      return new Ingested(
          records, media, extensionRows, photos, openPhotos, rejectedRows, duration, all);
    }
  }

  private record Loaded(
      long records,
      long media,
      long extensionRows,
      long photos,
      long openPhotos,
      List<String> notes) {}

  /** Takes the archive in, all of it or nothing. */
  public Ingested run(Request request) {
    boolean isAddress = RemoteFile.isAddress(request.archive());
    Optional<DownloadId> id =
        DownloadId.in(request.typed())
            .filter(named -> isAddress || Files.notExists(Path.of(request.archive())));
    if (id.isPresent()) {
      return run(id.get(), request);
    }
    Target target = new Target(nameOf(request), request.archive());
    if (!isAddress) {
      return run(Path.of(request.archive()), target, request);
    }
    try (RemoteFile file = fetched(request.archive(), request)) {
      return run(file, target.from(file.origin()), request);
    }
  }

  private Ingested run(DownloadId id, Request request) {
    List<String> notes = new ArrayList<>();
    GbifArchive archive = GbifArchive.find(id, request.settings(), cancellation, notes::add);
    return run(archive, request).noted(notes);
  }

  /** Fetches a download of GBIF whose file is there, and takes it in, all of it or nothing. */
  public Ingested run(Download download, Request request) {
    return run(GbifArchive.of(download), request);
  }

  /** The same of one whose file lies at {@code file}. */
  public Ingested run(Download download, Path file, Request request) {
    GbifArchive archive = GbifArchive.of(download);
    archive.checkSize(file);
    return checked(archive, run(file, target(download, request), request), request);
  }

  /** Takes in what was made an archive of here, at {@code archive}, and comes from elsewhere. */
  Ingested run(Path archive, String name, String origin, Request request) {
    return run(archive, new Target(name, origin), request);
  }

  private Ingested run(GbifArchive archive, Request request) {
    try (RemoteFile file = fetched(archive.download().link(), request)) {
      archive.checkSize(file.path());
      Ingested ingested = run(file, target(archive.download(), request), request);
      return checked(archive, ingested, request);
    }
  }

  private static Target target(Download download, Request request) {
    return new Target(request.name().orElse(download.key()), download.citedAs());
  }

  private static Ingested checked(GbifArchive archive, Ingested ingested, Request request) {
    List<String> notes = new ArrayList<>();
    archive.note(ingested.records() + ingested.rejectedRows(), request.where().isEmpty(), notes);
    return ingested.noted(notes);
  }

  private Ingested run(RemoteFile file, Target target, Request request) {
    try {
      return run(file.path(), target, request);
    } catch (PhotocatException e) {
      throw file.named(e);
    }
  }

  /** Where rows go: the name of their snapshot, and what it says where they are from. */
  private record Target(String name, String origin) {
    Target from(String another) {
      return new Target(name, another);
    }
  }

  private static String nameOf(Request request) {
    String path = TextEnd.without(request.typed().replaceFirst("[?#].*", ""), "/\\");
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return request
        .name()
        .orElse(file.replaceFirst("(?i)(\\.(zip|tgz|tar|tar\\.gz|txt|csv|tsv|gz))+$", ""));
  }

  private RemoteFile fetched(String address, Request request) {
    try (ReadingStep reading = new ReadingStep(progress, "fetching the archive")) {
      return RemoteFile.fetch(
          address,
          RemoteSettings.DEFAULTS.with(request.settings().http()),
          request.workFolder().map(WorkFolders::fetched),
          cancellation,
          reading::read);
    }
  }

  private Ingested run(Path archive, Target target, Request request) {
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      SnapshotWriter.Written<Loaded> written =
          new SnapshotWriter(session, clock)
              .write(
                  new SnapshotWriter.Identity(SOURCE, target.name(), target.origin()),
                  rows -> load(reader, request, rows));
      Loaded loaded = written.loaded();
      return new Ingested(
          loaded.records(),
          loaded.media(),
          loaded.extensionRows(),
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
    Map<DwcaTable, List<ArchiveTable>> tables =
        descriptor.tables().collect(groupingBy(table -> DwcaTable.of(table, descriptor)));
    if (!request.extensions()) {
      leaveOut(tables.remove(DwcaTable.EXTENSION_ROWS), descriptor.core(), notes);
    }
    DwcaLoader loader =
        new DwcaLoader(session, reader, rows, request.workFolder(), cancellation, progress);
    String ofKept = request.where().isPresent() ? ofKeptRecords(rows) : DwcaLoader.ALL;
    for (DwcaTable into : DwcaTable.values()) {
      String where = into == DwcaTable.RECORDS ? request.where().orElse(DwcaLoader.ALL) : ofKept;
      for (ArchiveTable table : tables.getOrDefault(into, List.of())) {
        loader.load(table, into, where).ifPresent(notes::add);
      }
    }
    new DwcaKeys(session, rows).settle(descriptor.core(), notes);
    DwcaAddresses addresses = new DwcaAddresses(session, rows);
    if (tables.containsKey(DwcaTable.MEDIA)) {
      addresses.part(notes);
    } else {
      addresses.loadAssociated();
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
                    rows.loaded(DwcaTable.EXTENSION_ROWS.tableName()),
                    row.number("photos"),
                    row.number("open_photos"),
                    notes))
        .orElseThrow();
  }

  private static void leaveOut(
      @Nullable List<ArchiveTable> tables, ArchiveTable core, List<String> notes) {
    if (tables == null) {
      return;
    }
    String files =
        tables.stream()
            .limit(MOST_NAMED)
            .map(table -> OneLine.of(table.files().get(0)))
            .collect(joining(", "));
    notes.add(
        "left out %s%s: neither media nor the records of %s; --extensions keeps such rows too"
            .formatted(
                files, tables.size() > MOST_NAMED ? ", …" : "", OneLine.of(core.files().get(0))));
  }

  private static String ofKeptRecords(SnapshotRows rows) {
    // As an argument, it makes DuckDB look each row up in the keys, and never hold all rows for
    // that.
    return "coalesce(core_id IN (SELECT core_id FROM %s WHERE snapshot_id = %d), false)"
        .formatted(DwcaTable.RECORDS.tableName(), rows.id());
  }
}
