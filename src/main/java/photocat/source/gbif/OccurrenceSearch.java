package photocat.source.gbif;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** GBIF's search of occurrences. One thread at a time. */
public final class OccurrenceSearch {
  /** GBIF gives no more at once. */
  public static final int PAGE = 300;

  /** Behind that many records GBIF pages no further. */
  public static final long DEEPEST = 100_000;

  private static final String SEARCH = "/occurrence/search?";

  /** Values of one key in one address, so that it stays short enough for servers. */
  private static final int MOST_VALUES = 50;

  private static final List<String> SPLITS = List.of("year", "month", "country", "datasetKey");

  private final GbifApi api;
  private final OptionalLong seed;

  /**
   * A search.
   *
   * @param seed of an order by chance; empty: GBIF's own
   */
  public OccurrenceSearch(GbifApi api, OptionalLong seed) {
    this.api = api;
    this.seed = seed;
  }

  /**
   * Part of a search.
   *
   * @param count records that it finds
   */
  public record Part(SearchQuery query, long count) {
    /** Returns how many of them can be paged through. */
    public long reachable() {
      return Math.min(count, DEEPEST);
    }
  }

  /**
   * Parts that together find what can be found.
   *
   * @param count records that the whole search finds; parts may reach fewer
   */
  public record Split(List<Part> parts, long count) {
    /** Copies the list. */
    public Split {
      parts = List.copyOf(parts);
    }

    /** Returns how many records the parts reach. */
    public long reachable() {
      return parts.stream().mapToLong(Part::reachable).sum();
    }
  }

  /** Returns the whole search as one part. */
  public Part whole(SearchQuery query) {
    return new Part(query, ask(query, "limit=0&offset=0").path("count").asLong());
  }

  /** Splits a search by years, months, countries and data sets until each part can be paged. */
  public Split split(Part whole) {
    List<Part> parts = new ArrayList<>();
    split(whole, 0, parts);
    return new Split(parts, whole.count());
  }

  private void split(Part part, int level, List<Part> parts) {
    if (part.count() <= DEEPEST || level == SPLITS.size()) {
      parts.add(part);
      return;
    }
    String key = SPLITS.get(level);
    List<Part> values = facet(part.query(), key);
    if (values.isEmpty()) {
      split(part, level + 1, parts);
      return;
    }
    for (Part value : joined(values, part.query(), key)) {
      split(value, level + 1, parts);
    }
  }

  /** Returns a part for each value of {@code key} that records have. */
  private List<Part> facet(SearchQuery query, String key) {
    JsonNode facets =
        ask(query, "limit=0&offset=0&facet=" + key + "&facetLimit=20000").path("facets");
    List<Part> parts = new ArrayList<>();
    for (JsonNode count : facets.path(0).path("counts")) {
      String value = count.path("name").asText();
      parts.add(new Part(query.with(key, List.of(value)), count.path("count").asLong()));
    }
    return parts;
  }

  /** Few records of many years are asked for at once. */
  private static List<Part> joined(List<Part> values, SearchQuery query, String key) {
    List<Part> joined = new ArrayList<>();
    List<String> some = new ArrayList<>();
    long sum = 0;
    for (Part part : values) {
      boolean isFull = sum + part.count() > DEEPEST || some.size() == MOST_VALUES;
      if (isFull && !some.isEmpty()) {
        joined.add(new Part(query.with(key, some), sum));
        some.clear();
        sum = 0;
      }
      some.addAll(part.query().values(key));
      sum += part.count();
    }
    joined.add(new Part(query.with(key, some), sum));
    return joined;
  }

  /** Returns a page of records, as JSON. */
  public SearchPage page(SearchQuery query, long offset, int limit) {
    String paging = "limit=%d&offset=%d".formatted(limit, offset);
    String order = seed.isPresent() ? "&shuffle=" + seed.getAsLong() : "";
    return SearchPage.of(ask(query, paging + order));
  }

  private JsonNode ask(SearchQuery query, String paging) {
    return api.at(SEARCH + query.text() + "&" + paging);
  }
}
