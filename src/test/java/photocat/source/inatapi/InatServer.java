package photocat.source.inatapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;
import photocat.http.ScriptedServer.Asked;

/**
 * Answers like iNaturalist's interface, in the shapes that it answered pyinaturalist's tests in:
 * taxa and observations of a test, paged behind {@code id_above}, and trouble where a test wants
 * it.
 */
public final class InatServer implements AutoCloseable {
  private static final String NOTHING =
      """
      {"total_results":0,"page":1,"per_page":30,"results":[]}""";

  private final ScriptedServer server = new ScriptedServer();
  private final Map<Long, String> taxa = new ConcurrentSkipListMap<>();
  private final Map<Long, Map<Long, String>> observations = new ConcurrentSkipListMap<>();
  private volatile Function<Asked, Optional<Answer>> trouble = asked -> Optional.empty();

  /** Starts it, without anything. */
  public InatServer() throws IOException {
    server.answering(this::answer);
  }

  /** Has it answer otherwise where {@code script} says so. */
  public InatServer inTrouble(Function<Asked, Optional<Answer>> script) {
    trouble = script;
    return this;
  }

  /** Gives it a taxon below {@code ancestors}, the root first. */
  public InatServer taxon(long id, String name, String rank, long... ancestors) {
    String above =
        LongStream.concat(Arrays.stream(ancestors), LongStream.of(id))
            .mapToObj(String::valueOf)
            .collect(joining(","));
    taxa.put(
        id,
        """
        {"id":%d,"name":"%s","rank":"%s","rank_level":%d,"ancestor_ids":[%s],"is_active":true,\
        "matched_term":"%s"}"""
            .formatted(id, name, rank, rank.equals("species") ? 10 : 20, above, name));
    of(id);
    return this;
  }

  /**
   * Gives it {@code count} observations of a taxon with a photo each, from number {@code first}.
   */
  public InatServer observations(long taxon, long first, int count) {
    for (long id = first; id < first + count; id++) {
      observation(taxon, id, photo(10 * id, "cc-by", OPEN), "");
    }
    return this;
  }

  /** Where open photos lie. */
  public static final String OPEN = "https://inaturalist-open-data.s3.amazonaws.com";

  /** Where the others lie. */
  public static final String CLOSED = "https://static.inaturalist.org";

  /** Gives it an observation with these photos and annotations. */
  public InatServer observation(long taxon, long id, String photos, String annotations) {
    return raw(
        taxon,
        id,
        """
        {"id":%d,"uuid":"00000000-0000-4000-8000-%012d","quality_grade":"research",\
        "observed_on":"2026-05-%02d","license_code":"cc-by","location":"48.5,9.25",\
        "obscured":false,"positional_accuracy":5,"public_positional_accuracy":5,"captive":false,\
        "taxon":%s,"user":{"id":7,"login":"ann","name":"Ann Alder"},"photos":[%s],\
        "observation_photos":[],"annotations":[%s]}"""
            .formatted(id, id, id % 28 + 1, taxa.get(taxon), photos, annotations));
  }

  /** Gives it a result word for word. */
  public InatServer raw(long taxon, long id, String json) {
    of(taxon).put(id, json);
    return this;
  }

  private Map<Long, String> of(long taxon) {
    return observations.computeIfAbsent(taxon, unused -> new ConcurrentSkipListMap<>());
  }

  /** Returns an observation word for word. */
  public String observationOf(long taxon, long id) {
    return String.valueOf(of(taxon).get(id));
  }

  /** Forgets an observation. */
  public InatServer forget(long taxon, long id) {
    of(taxon).remove(id);
    return this;
  }

  /** Returns a photo under a licence, empty for none, at a host. */
  public static String photo(long id, String license, String host) {
    return """
        {"id":%d,"license_code":%s,"url":"%s/photos/%d/square.jpg?1545378657",\
        "attribution":"(c) Ann Alder, some rights reserved (%s)",\
        "original_dimensions":{"width":2048,"height":1365}}"""
        .formatted(id, license.isEmpty() ? "null" : "\"" + license + "\"", host, id, license);
  }

  /** Returns an annotation by its numbers. */
  public static String annotation(int attribute, int value) {
    return """
        {"controlled_attribute_id":%d,"controlled_value_id":%d,"vote_score":0}"""
        .formatted(attribute, value);
  }

  /** Returns its address. */
  public URI address() {
    return server.at("");
  }

  /** Returns what it was asked, without the fields. */
  public List<String> asked() {
    return server.asked().stream()
        .map(asked -> asked.target().replaceFirst("[?&]fields=.*", ""))
        .toList();
  }

  private Answer answer(Asked asked) {
    return trouble.apply(asked).orElseGet(() -> usual(asked.target()));
  }

  private Answer usual(String target) {
    URI uri = URI.create(target);
    String path = uri.getPath().replaceFirst("^/v[12]", "");
    Map<String, String> query = query(uri);
    if (path.equals("/observations")) {
      return page(query);
    }
    if (path.equals("/taxa")) {
      String name = String.valueOf(query.get("q")).toLowerCase(Locale.ROOT);
      return results(
          taxa.values().stream()
              .filter(json -> json.toLowerCase(Locale.ROOT).contains('"' + name + '"')));
    }
    if (path.startsWith("/taxa/")) {
      return results(
          Stream.of(path.substring(6).split(",", -1))
              .map(Long::valueOf)
              .filter(taxa::containsKey)
              .map(taxa::get));
    }
    return Answer.json(path.equals("/places/7") ? "{\"results\":[{\"id\":7}]}" : NOTHING);
  }

  private Answer page(Map<String, String> query) {
    Map<Long, String> all = observations.get(Long.valueOf(query.get("taxon_id")));
    if (all == null) {
      return Answer.of(
              422,
              "{\"error\":\"Unknown taxon_id %s\",\"status\":422}".formatted(query.get("taxon_id")))
          .with("Content-Type", "application/json");
    }
    long idAbove = Long.parseLong(query.get("id_above"));
    List<String> left =
        all.entrySet().stream()
            .filter(each -> each.getKey() > idAbove)
            .map(Map.Entry::getValue)
            .toList();
    return results(left.stream().limit(Long.parseLong(query.get("per_page"))), left.size());
  }

  private static Answer results(Stream<String> json) {
    List<String> all = json.toList();
    return results(all.stream(), all.size());
  }

  private static Answer results(Stream<String> json, long total) {
    return Answer.json(
        "{\"total_results\":%d,\"page\":1,\"per_page\":30,\"results\":[%s]}"
            .formatted(total, json.collect(joining(","))));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    for (String each : String.valueOf(uri.getRawQuery()).split("&", -1)) {
      int at = each.indexOf('=');
      query.put(
          each.substring(0, Math.max(at, 0)), URLDecoder.decode(each.substring(at + 1), UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    server.close();
  }
}
