package photocat.job.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.source.gbif.OccurrenceSearch;
import photocat.source.gbif.SearchPage;
import photocat.source.gbif.SearchPage.Found;

/** Makes tables of the pages of a search, as those of an archive: records, and their media. */
final class SearchArchive {
  private final List<SearchPart> parts;
  private final SearchPages pages;

  /**
   * Tables of {@code pages}.
   *
   * @param parts of the search, in the order in which records are to stand
   */
  SearchArchive(List<SearchPart> parts, SearchPages pages) {
    this.parts = List.copyOf(parts);
    this.pages = pages;
  }

  /** Writes occurrence.txt and multimedia.txt. */
  void write() throws IOException {
    Map<String, String> records = columns("gbifID");
    Map<String, String> media = columns("gbifID", "identifier");
    each(
        found -> {
          add(records, found.cells().keySet());
          found.media().forEach(medium -> add(media, medium.keySet()));
        });
    try (SearchTable occurrences =
            new SearchTable(pages.archive().resolve("occurrence.txt"), records.values());
        SearchTable multimedia =
            new SearchTable(pages.archive().resolve("multimedia.txt"), media.values())) {
      each(
          found -> {
            occurrences.row(found.cells());
            found.media().forEach(multimedia::row);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** By their folded names: of two that differ in case only the first counts. */
  private static Map<String, String> columns(String... first) {
    Map<String, String> columns = new LinkedHashMap<>();
    add(columns, new LinkedHashSet<>(List.of(first)));
    return columns;
  }

  private static void add(Map<String, String> columns, Set<String> names) {
    names.forEach(name -> columns.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
  }

  /** While a search goes on, records come and go, so that one may stand on two pages. */
  private void each(Consumer<Found> use) {
    Set<String> seen = new HashSet<>();
    for (SearchPart part : parts) {
      long count = part.count();
      for (long offset = 0; offset < count; offset += OccurrenceSearch.PAGE) {
        Optional<SearchPage> page = pages.read(part.query(), offset);
        if (page.isEmpty()) {
          throw PhotocatException.of(
                  ExitStatus.FAILED, "a page of GBIF is gone from " + pages.folder())
              .withHint("run the same command again");
        }
        page.get().records().stream()
            .limit(count - offset)
            .filter(found -> seen.add(found.id()))
            .forEach(use);
        if (page.get().isLast()) {
          break;
        }
      }
    }
  }
}
