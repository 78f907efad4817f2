package photocat.job;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import photocat.catalog.Row;
import photocat.catalog.Session;
import photocat.fetch.FetchRequest;
import photocat.fetch.FetchSettings;

/**
 * The files that a run is to fetch, one request a photo, read from the catalogue in pages: the next
 * is read while one is used, so that memory is bounded and the fetcher does not wait. Used by one
 * thread; closed by whoever made it, before the session.
 */
final class PendingPhotos implements Iterator<FetchRequest>, AutoCloseable {
  private static final int PAGE_ROWS = 10_000;

  private final Session session;
  private final int manifestId;
  private final UnaryOperator<String> address;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "photocat-pending"));
  private final Deque<Row> page = new ArrayDeque<>();
  private final Map<Long, List<Long>> filesOf = new HashMap<>();
  private CompletableFuture<List<Row>> nextPage;

  /**
   * Pages of the table {@code download_pending} of {@code session}.
   *
   * @param address turns the manifest's addresses into those to ask
   */
  PendingPhotos(Session session, int manifestId, UnaryOperator<String> address) {
    this.session = session;
    this.manifestId = manifestId;
    this.address = address;
    this.nextPage = readAfter(0);
  }

  /**
   * Makes the table {@code download_pending} of {@code session}: what a download with these
   * settings is to fetch into {@code root}.
   */
  static void select(
      Session session, int manifestId, String root, FetchSettings settings, Instant now) {
    session.run(
        "download/make_pending",
        Map.of(
            "manifest_id", manifestId,
            "root", root,
            "allow_private_hosts", settings.allowPrivateHosts(),
            "ignore_opt_out", settings.politeness().ignoreOptOut(),
            "now", now));
  }

  /** Returns how many files the table {@code download_pending} of {@code session} has. */
  static long count(Session session) {
    return session.list("download/count_pending", Map.of(), row -> row.number("files")).get(0);
  }

  @Override
  public boolean hasNext() {
    if (page.isEmpty()) {
      page.addAll(read(nextPage));
      if (!page.isEmpty()) {
        nextPage = readAfter(page.getLast().number("place"));
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
    String url = first.text("url");
    List<Long> files = new ArrayList<>(List.of(first.number("file_id")));
    List<String> names = new ArrayList<>(List.of(first.text("file_name")));
    Optional<String> sha256 = first.optionalText("sha256");
    while (hasNext() && page.element().text("url").equals(url)) {
      Row same = page.remove();
      files.add(same.number("file_id"));
      // Two taxa share a file where taxa have no folders.
      if (!names.contains(same.text("file_name"))) {
        names.add(same.text("file_name"));
      }
      sha256 = sha256.or(() -> same.optionalText("sha256"));
    }
    filesOf.put(files.get(0), files);
    return new FetchRequest(files.get(0), address.apply(url), names, sha256);
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

  private static List<Row> read(CompletableFuture<List<Row>> page) {
    try {
      return page.join();
    } catch (CompletionException e) {
      // The failure as the reader met it, for whoever runs the download.
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private CompletableFuture<List<Row>> readAfter(long place) {
    return CompletableFuture.supplyAsync(
        () ->
            session.list(
                "download/pending_page",
                Map.of("manifest_id", manifestId, "after", place, "rows", PAGE_ROWS),
                row -> row),
        reader);
  }
}
