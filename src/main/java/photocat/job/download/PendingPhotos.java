package photocat.job.download;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.fetch.FetchRequest;

/**
 * The files that a run is to fetch, one request a photo, read from the catalogue in pages: the next
 * is read while one is used, so that memory is bounded and the fetcher does not wait. Used by one
 * thread; closed by whoever made it, before the session.
 */
final class PendingPhotos implements Iterator<FetchRequest>, AutoCloseable {
  private static final int PAGE_ROWS = 10_000;

  /** Where photos are there already, so many at a time are passed over. */
  private static final int SPAN = 1_000_000;

  private final Session session;
  private final PendingFiles files;
  private final UnaryOperator<String> address;
  private final boolean replaceForeign;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "photocat-pending"));
  private final Deque<Row> page = new ArrayDeque<>();
  private final Map<Long, List<Long>> filesOf = new HashMap<>();
  private final long lastId;
  private CompletableFuture<Page> nextPage;

  /** Rows, none at the end, and the number that the page after them begins with. */
  private record Page(List<Row> rows, long nextId) {}

  /**
   * Pages of {@code files}, read with {@code session}.
   *
   * @param address turns the manifest's addresses into those to ask
   */
  PendingPhotos(Session session, PendingFiles files, UnaryOperator<String> address) {
    this(session, files, address, false);
  }

  /**
   * The same.
   *
   * @param replaceForeign whether photos take the place of what somebody else has put there
   */
  PendingPhotos(
      Session session, PendingFiles files, UnaryOperator<String> address, boolean replaceForeign) {
    this.session = session;
    this.files = files;
    this.address = address;
    this.replaceForeign = replaceForeign;
    this.lastId = files.lastId();
    this.nextPage = readFrom(1);
  }

  @Override
  public boolean hasNext() {
    if (page.isEmpty()) {
      Page read = read(nextPage);
      page.addAll(read.rows());
      if (!page.isEmpty()) {
        nextPage = readFrom(read.nextId());
      }
    }
    return !page.isEmpty();
  }

  @Override
  public FetchRequest next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more photos");
    }
    Row first = page.remove();
    List<Long> ids = new ArrayList<>(List.of(first.number("file_id")));
    // Two taxa share a file where taxa have no folders.
    Set<String> names = new LinkedHashSet<>(Set.of(first.text("file_name")));
    Optional<String> sha256 = first.optionalText("sha256");
    while (!page.isEmpty() && photo(page.element()) == photo(first)) {
      Row same = page.remove();
      ids.add(same.number("file_id"));
      names.add(same.text("file_name"));
      sha256 = sha256.or(() -> same.optionalText("sha256"));
    }
    filesOf.put(ids.get(0), ids);
    return new FetchRequest(
        ids.get(0), address.apply(first.text("url")), List.copyOf(names), sha256, replaceForeign);
  }

  /** Returns the rows of the manifest that wait for {@code request}. */
  List<Long> files(FetchRequest request) {
    return filesOf.getOrDefault(request.id(), List.of());
  }

  /** The same, and forgets them. */
  List<Long> take(FetchRequest request) {
    List<Long> files = filesOf.remove(request.id());
    return files == null ? List.of() : files;
  }

  @Override
  public void close() {
    session.cancel();
    reader.shutdown();
    nextPage.handle((rows, failure) -> rows).join();
  }

  private static Page read(CompletableFuture<Page> page) {
    try {
      return page.join();
    } catch (CompletionException e) {
      // The failure as the reader met it, for whoever runs the download.
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private CompletableFuture<Page> readFrom(long id) {
    return CompletableFuture.supplyAsync(() -> nextPage(id), reader);
  }

  private Page nextPage(long id) {
    long firstId = id;
    while (firstId <= lastId) {
      Page found = pageFrom(firstId);
      if (!found.rows().isEmpty()) {
        return found;
      }
      firstId = passOver(found.nextId());
    }
    return new Page(List.of(), firstId);
  }

  private long passOver(long firstId) {
    for (long id = firstId; id <= lastId; id += SPAN) {
      Optional<Long> next = files.next(id, id + SPAN - 1);
      if (next.isPresent()) {
        return next.get();
      }
    }
    return lastId + 1;
  }

  private Page pageFrom(long firstId) {
    long toId = firstId + PAGE_ROWS - 1;
    List<Row> rows = files.page(firstId, toId, PAGE_ROWS);
    if (rows.size() < PAGE_ROWS) {
      return new Page(rows, toId + 1);
    }
    // More of the last photo may lie behind the end of the page.
    long cut = photo(rows.get(rows.size() - 1));
    return cut == photo(rows.get(0))
        ? new Page(files.page(cut, cut, Integer.MAX_VALUE), cut + 1)
        : new Page(rows.stream().filter(row -> photo(row) < cut).toList(), cut);
  }

  private static long photo(Row row) {
    return row.number("first_file_id");
  }
}
