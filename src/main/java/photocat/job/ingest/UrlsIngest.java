package photocat.job.ingest;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import photocat.catalog.Session;
import photocat.catalog.SourceViews;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.urls.UrlFile;
import photocat.source.urls.UrlFiles;
import photocat.source.urls.UrlRole;

/** Takes lists of addresses in, in the place of the one of the same name. */
public final class UrlsIngest {
  /** What {@code snapshots.source} says of these snapshots. */
  public static final String SOURCE = "urls";

  private static final String ROOM = "sources/urls/";

  private final Session session;
  private final Cancellation cancellation;
  private final Progress progress;
  private final InstantSource clock;

  /** An ingest into the catalogue of {@code session}, which the caller closes. */
  public UrlsIngest(
      Session session, Cancellation cancellation, Progress progress, InstantSource clock) {
    this.session = session;
    this.cancellation = cancellation;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What to read.
   *
   * @param files files, folders and patterns
   * @param name of the snapshot; one of that name is replaced
   * @param columns that the user names, of every file, by what they hold: url, label, license, …
   * @param table of a SQLite database; empty for the only one
   * @param workFolder where pieces lie for a moment; empty: the temporary folder of the system
   * @param refused tells which files may not be opened
   */
  public record Request(
      List<Path> files,
      String name,
      Map<String, String> columns,
      Optional<String> table,
      Optional<Path> workFolder,
      Predicate<Path> refused) {
    /** Copies the collections. */
    public Request {
      files = List.copyOf(files);
      columns = Map.copyOf(columns);
    }
  }

  /**
   * What was taken in.
   *
   * @param files that were read
   * @param rows of {@code urls_photos}
   * @param photos different photos with an address of the web
   * @param openPhotos of these, those under an open licence
   * @param unfetchable rows whose address is none of the web, or leads to no file
   * @param licensed rows that say something of their licence
   * @param labels different taxa
   * @param rejectedRows rows kept in {@code ingest_rejects}
   * @param notes which columns were taken for what, and what was odd but harmless, a line each
   */
  public record Ingested(
      int files,
      long rows,
      long photos,
      long openPhotos,
      long unfetchable,
      long licensed,
      long labels,
      long rejectedRows,
      Duration duration,
      List<String> notes) {
    /** Copies the list. */
    public Ingested {
      notes = List.copyOf(notes);
    }
  }

  private record Summary(
      long rows, long photos, long openPhotos, long unfetchable, long licensed, long labels) {}

  /** Takes all files in, or nothing. */
  public Ingested run(Request request) {
    UrlFiles files = UrlFiles.of(request.files(), request.refused());
    List<String> notes = new ArrayList<>(files.notes());
    String origin = request.files().stream().map(Path::toString).collect(joining(", "));
    SnapshotWriter.Written<Summary> written =
        new SnapshotWriter(session, clock)
            .write(
                new SnapshotWriter.Identity(SOURCE, request.name(), origin),
                rows -> load(files, request, rows, notes));
    Summary loaded = written.loaded();
    return new Ingested(
        files.named().size(),
        loaded.rows(),
        loaded.photos(),
        loaded.openPhotos(),
        loaded.unfetchable(),
        loaded.licensed(),
        loaded.labels(),
        written.rejectedRows(),
        written.duration(),
        notes);
  }

  private Summary load(UrlFiles files, Request request, SnapshotRows rows, List<String> notes) {
    rows.forgetReplaced(UrlsLoader.TABLE);
    long bytes = files.named().keySet().stream().mapToLong(UrlsIngest::sizeBytes).sum();
    try (ReadingStep step = new ReadingStep(progress, "reading lists", bytes)) {
      UrlsLoader loader = new UrlsLoader(session, cancellation, rows, request.workFolder(), step);
      Map<UrlRole, String> named = named(request.columns());
      for (Map.Entry<Path, String> each : files.named().entrySet()) {
        Path path = each.getKey();
        step.file(sizeBytes(path));
        UrlFile file = UrlFile.open(path, named, request.table());
        for (String told : loader.load(file, each.getValue(), named)) {
          if (!notes.contains(told)) {
            notes.add(told);
          }
        }
        step.loaded(rows.rows());
        step.fileEnded();
      }
      loader.end();
    }
    checkLoaded(rows);
    rows.origin(Optional.empty(), bytes);
    new UrlsTaxa(session).fill();
    new LicenseTexts(session).read(ROOM + "unread_licenses");
    new UrlsKinds(session).read();
    SourceViews.remake(session, SOURCE);
    return session
        .first(
            ROOM + "summary",
            Map.of("snapshot_id", rows.id()),
            row ->
                new Summary(
                    row.number("rows"),
                    row.number("photos"),
                    row.number("open_photos"),
                    row.number("unfetchable"),
                    row.number("licensed"),
                    row.number("labels")))
        .orElseThrow();
  }

  private static Map<UrlRole, String> named(Map<String, String> columns) {
    Map<UrlRole, String> named = new EnumMap<>(UrlRole.class);
    for (UrlRole role : UrlRole.values()) {
      String column = columns.get(role.option());
      if (column != null) {
        named.put(role, column);
      }
    }
    return named;
  }

  /** A list without any row is a slip, and would take the place of a good one. */
  private void checkLoaded(SnapshotRows rows) {
    if (rows.loaded(UrlsLoader.TABLE) > 0) {
      return;
    }
    String found =
        rows.rejected() == 0
            ? "it holds no rows"
            : "none of its %s can be loaded; %s"
                .formatted(
                    Amounts.count(rows.rejected(), "row"),
                    session
                        .first(
                            ROOM + "first_reject",
                            Map.of("snapshot_id", rows.id()),
                            row -> "line %d: %s".formatted(row.number("line"), row.text("reason")))
                        .orElse(""));
    throw PhotocatException.of(
        ExitStatus.FAILED, "cannot ingest %s: %s".formatted(rows.name(), found));
  }

  static long sizeBytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot read %s: %s".formatted(file, FailureReason.of(e)), e);
    }
  }
}
