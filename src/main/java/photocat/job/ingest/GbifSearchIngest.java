package photocat.job.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import photocat.catalog.Session;
import photocat.file.OwnFiles;
import photocat.http.Timekeeper;
import photocat.job.JobSettings;
import photocat.job.Progress;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.WorkFolder;
import photocat.source.gbif.GbifApi;
import photocat.source.gbif.OccurrenceSearch;
import photocat.source.gbif.OccurrenceSearch.Part;
import photocat.source.gbif.SearchPage;
import photocat.source.gbif.SearchQuery;

/**
 * Searches GBIF page by page and takes what it finds in, as a Darwin Core Archive of the same
 * records would be. What has come stays when it is stopped.
 */
public final class GbifSearchIngest {
  /** GBIF asks whoever pages for longer to ask for a download. */
  private static final long MOST_PAGES = 900;

  private final Session session;
  private final Cancellation cancellation;
  private final Progress progress;
  private final InstantSource clock;
  private final Consumer<String> note;

  /**
   * An ingest into the catalogue of {@code session}, which the caller closes.
   *
   * @param note is told how the search goes
   */
  public GbifSearchIngest(
      Session session,
      Cancellation cancellation,
      Progress progress,
      InstantSource clock,
      Consumer<String> note) {
    this.session = session;
    this.cancellation = cancellation;
    this.progress = progress;
    this.clock = clock;
    this.note = note;
  }

  /**
   * What to search.
   *
   * @param words {@code key=value}, each
   * @param file a file of JSON with the same, as messages name it, and its text; empty: the words
   * @param name of the snapshot; empty: what is searched
   * @param max records, at most
   * @param seed of an order by chance
   * @param workFolder where files lie for a moment
   */
  public record Request(
      List<String> words,
      Optional<File> file,
      Optional<String> name,
      OptionalLong max,
      OptionalLong seed,
      Optional<Path> workFolder,
      JobSettings settings) {
    /** Copies the list. */
    public Request {
      words = List.copyOf(words);
    }
  }

  /** A file that was read. */
  public record File(String name, String text) {}

  /**
   * What came.
   *
   * @param label column by which the file would sort photos
   */
  public record Searched(DwcaIngest.Ingested ingested, Optional<String> label) {}

  /** Searches, and takes all that came in, or nothing. */
  public Searched run(Request request) {
    Optional<SearchQuery.OfFile> file =
        request.file().map(each -> SearchQuery.read(each.name(), each.text()));
    SearchQuery query =
        file.map(SearchQuery.OfFile::query).orElseGet(() -> SearchQuery.of(request.words()));
    GbifApi api =
        GbifApi.open(
            request.settings().http(),
            request.settings().sources().gbifApi(),
            Timekeeper.WALL,
            cancellation,
            note);
    OccurrenceSearch search = new OccurrenceSearch(api, request.seed());
    SearchPages pages = new SearchPages(folder(request), String.valueOf(request.seed()));
    pages.open(clock.instant());
    try {
      DwcaIngest.Ingested ingested = run(request, query, search, pages);
      pages.clear();
      return new Searched(ingested, file.flatMap(SearchQuery.OfFile::label));
    } finally {
      // A catalogue in memory has nobody who goes on.
      if (request.workFolder().isEmpty()) {
        pages.clear();
      }
    }
  }

  private DwcaIngest.Ingested run(
      Request request, SearchQuery query, OccurrenceSearch search, SearchPages pages) {
    List<SearchPart> wanted = wanted(search, query, request.max());
    fetch(search, wanted, pages);
    String name = request.name().orElseGet(query::toString);
    return ingest(request, name, query, wanted, pages);
  }

  private static Path folder(Request request) {
    try {
      return request.workFolder().isPresent()
          ? WorkFolders.searched(request.workFolder().get())
          : OwnFiles.makeTemporaryFolder("photocat-ingest");
    } catch (IOException e) {
      throw WorkFolder.notMade(request.workFolder(), e);
    }
  }

  private List<SearchPart> wanted(OccurrenceSearch search, SearchQuery query, OptionalLong max) {
    Part whole = search.whole(query);
    long most = max.orElse(Long.MAX_VALUE);
    boolean isShallow = Math.min(whole.count(), most) <= OccurrenceSearch.DEEPEST;
    List<Part> parts = List.of(whole);
    if (!isShallow) {
      OccurrenceSearch.Split split = search.split(whole);
      parts = split.parts();
      note.accept(
          "GBIF finds %s and pages through %s: split into %s"
              .formatted(
                  Amounts.count(whole.count(), "record"),
                  Amounts.count(OccurrenceSearch.DEEPEST),
                  Amounts.count(parts.size(), "part")));
      long lost = whole.count() - split.reachable();
      if (lost > 0 && most > split.reachable()) {
        note.accept(
            "warning: %s of them cannot be reached so; 'gbif request' brings all"
                .formatted(Amounts.count(lost)));
      }
    }
    List<SearchPart> wanted = new ArrayList<>();
    long left = most;
    for (Part part : parts) {
      long count = Math.min(left, part.reachable());
      if (count > 0) {
        wanted.add(new SearchPart(part.query(), count));
        left -= count;
      }
    }
    warn(wanted);
    return wanted;
  }

  private void warn(List<SearchPart> wanted) {
    long pages =
        wanted.stream()
            .mapToLong(part -> (part.count() + OccurrenceSearch.PAGE - 1) / OccurrenceSearch.PAGE)
            .sum();
    if (pages == 0) {
      throw PhotocatException.of(ExitStatus.FAILED, "GBIF finds no record with photos of that")
          .withHint("look at the same search at gbif.org");
    }
    if (pages > MOST_PAGES) {
      note.accept(
          "warning: that is %s, more than 15 minutes; GBIF asks to use a download for that: 'gbif"
                  .formatted(Amounts.count(pages, "page"))
              + " request'");
    }
  }

  private void fetch(OccurrenceSearch search, List<SearchPart> wanted, SearchPages pages) {
    long all = wanted.stream().mapToLong(SearchPart::count).sum();
    long done = 0;
    try (Progress.Step step = progress.start("searching GBIF", Progress.Unit.ROWS, all)) {
      for (SearchPart part : wanted) {
        for (long offset = 0; offset < part.count(); offset += OccurrenceSearch.PAGE) {
          cancellation.check("the search");
          SearchPage page = page(search, part, offset, pages);
          done += page.size();
          step.at(done, List.of());
          if (page.isLast()) {
            break;
          }
        }
      }
    } catch (PhotocatException e) {
      if (e.kind() != ExitStatus.INTERRUPTED) {
        throw e;
      }
      throw PhotocatException.of(
              ExitStatus.INTERRUPTED,
              "the search was stopped; %s of %s are kept"
                  .formatted(Amounts.count(done), Amounts.count(all, "record")),
              e)
          .withHint("the same command goes on where it was");
    }
  }

  private static SearchPage page(
      OccurrenceSearch search, SearchPart part, long offset, SearchPages pages) {
    int limit = (int) Math.min(OccurrenceSearch.PAGE, part.count() - offset);
    Optional<SearchPage> kept =
        pages.read(part.query(), offset).filter(page -> page.size() >= limit || page.isLast());
    if (kept.isPresent()) {
      return kept.get();
    }
    SearchPage page = search.page(part.query(), offset, limit);
    pages.keep(part.query(), offset, page);
    return page;
  }

  private DwcaIngest.Ingested ingest(
      Request request, String name, SearchQuery query, List<SearchPart> wanted, SearchPages pages) {
    try {
      new SearchArchive(wanted, pages).write();
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot write to %s: %s".formatted(pages.folder(), FailureReason.of(e)),
          e);
    }
    String origin = request.settings().sources().gbifApi() + "/occurrence/search?" + query.text();
    return new DwcaIngest(session, cancellation, progress, clock)
        .run(
            pages.archive(),
            name,
            origin,
            new DwcaIngest.Request(
                origin,
                origin,
                Optional.of(name),
                Optional.empty(),
                false,
                request.workFolder(),
                request.settings()));
  }
}
