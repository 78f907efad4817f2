package photocat.source.inatapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import photocat.http.ApiAnswer;
import photocat.http.ApiClient;
import photocat.http.ApiRequest;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.model.TextEnd;

/**
 * iNaturalist's interface for programs: version 2, which sends the fields that are asked for, and
 * version 1 where there is no other. One thread at a time.
 */
public final class InatApi {
  /** Most results of an answer. */
  public static final int PAGE = 200;

  /** Most taxa of a question by numbers. */
  public static final int MOST_TAXA = 30;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a page of HTML, or one that is empty and should not be. */
  private static final int TRIES = 3;

  private static final String TAXON =
      "id:!t,name:!t,rank:!t,rank_level:!t,ancestor_ids:!t,is_active:!t";

  private static final String OBSERVATION =
      "(id:!t,uuid:!t,quality_grade:!t,observed_on:!t,license_code:!t,location:!t,obscured:!t,"
          + "positional_accuracy:!t,public_positional_accuracy:!t,captive:!t,taxon:("
          + TAXON
          + "),user:(id:!t,login:!t,name:!t),photos:(id:!t,url:!t,license_code:!t,attribution:!t,"
          + "original_dimensions:(width:!t,height:!t)),observation_photos:(position:!t,"
          + "photo:(id:!t)),annotations:(controlled_attribute_id:!t,controlled_value_id:!t,"
          + "vote_score:!t))";

  private final ApiClient client;
  private final String base;
  private final AnswerBook book;
  private final Consumer<String> note;
  private int version = 2;

  /**
   * The interface at {@code base}.
   *
   * @param base without a version, such as {@code https://api.inaturalist.org}
   * @param note tells the user what is odd
   */
  public InatApi(ApiClient client, String base, AnswerBook book, Consumer<String> note) {
    this.client = client;
    this.base = TextEnd.without(base, "/");
    this.book = book;
    this.note = note;
  }

  /**
   * Returns observations of {@code taxon} and all below it, the first behind number {@code
   * idAbove}.
   *
   * @param most 1 to {@link #PAGE}
   * @throws RefusedException when the interface does not know the taxon, or a place
   * @throws PhotocatException when it does not answer
   */
  public ObservationPage observations(ObservationFilter filter, long taxon, long idAbove, int most)
      throws RefusedException {
    String path =
        "/observations?taxon_id=%d&%s&order_by=id&order=asc&id_above=%d&per_page=%d"
            .formatted(taxon, filter.parameters(), idAbove, most);
    ObservationPage page =
        ask(
            path,
            OBSERVATION,
            json -> ObservationPage.of(json, idAbove),
            read -> !read.isMissing());
    if (page.isMissing()) {
      note.accept(
          "iNaturalist says that there are %d more observations of taxon %d, and gives none"
              .formatted(page.total(), taxon));
    }
    return page;
  }

  /** Returns taxa of which a name is like {@code name}, the best known first. */
  public List<InatTaxon> search(String name) throws RefusedException {
    String asked = URLEncoder.encode(name, UTF_8);
    return ask(
        "/taxa?q=%s&per_page=30".formatted(asked),
        "(%s,matched_term:!t)".formatted(TAXON),
        InatApi::taxa);
  }

  /** Returns the taxa of these numbers, of which some may be gone; up to {@link #MOST_TAXA}. */
  public List<InatTaxon> taxa(Collection<Long> numbers) throws RefusedException {
    String listed = numbers.stream().map(String::valueOf).collect(joining(","));
    return ask("/taxa/" + listed, "(%s)".formatted(TAXON), InatApi::taxa);
  }

  /** Tells whether there is a place of this number. */
  public boolean hasPlace(long number) {
    try {
      return ask("/places/" + number, "(id:!t)", json -> !json.path("results").isEmpty());
    } catch (RefusedException e) {
      return false;
    }
  }

  private static List<InatTaxon> taxa(JsonNode json) {
    List<InatTaxon> taxa = new ArrayList<>();
    json.path("results").forEach(each -> InatTaxon.of(each).ifPresent(taxa::add));
    return taxa;
  }

  private <T> T ask(String path, String fields, Function<JsonNode, T> reader)
      throws RefusedException {
    return ask(path, fields, reader, read -> true);
  }

  private <T> T ask(String path, String fields, Function<JsonNode, T> reader, Predicate<T> isWhole)
      throws RefusedException {
    while (true) {
      String target = version == 2 ? "/v2" + with(path, "fields=" + fields) : "/v1" + path;
      Optional<T> known = book.answer(target).flatMap(InatApi::parse).map(reader);
      Optional<T> found = known.isPresent() ? known : fetch(target, reader, isWhole);
      if (found.isPresent()) {
        return found.get();
      }
      if (version == 1) {
        throw ApiAnswer.noData(URI.create(base));
      }
      note.accept("version 2 of iNaturalist's API does not answer; asking version 1");
      version = 1;
    }
  }

  private static String with(String path, String parameter) {
    return path + (path.contains("?") ? "&" : "?") + parameter;
  }

  /** Empty where what comes is no data, again and again. */
  private <T> Optional<T> fetch(String target, Function<JsonNode, T> reader, Predicate<T> isWhole)
      throws RefusedException {
    Optional<T> found = Optional.empty();
    for (int number = 1; number <= TRIES; number++) {
      ApiAnswer answer = client.send(ApiRequest.get(URI.create(base + target)));
      Optional<JsonNode> json = answer.isJson() ? parse(answer.text()) : Optional.empty();
      if (json.isPresent() && !answer.isGood()) {
        throw new RefusedException(words(json.get(), answer.status()));
      }
      found = json.map(reader);
      if (found.isPresent() && (isWhole.test(found.get()) || number == TRIES)) {
        book.keep(target, answer.text());
        return found;
      }
    }
    return found;
  }

  private static String words(JsonNode json, int status) {
    String words =
        json.path("error").asText(json.path("errors").path(0).path("message").asText(""));
    return words.isBlank() ? "HTTP " + status : OneLine.of(words);
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      // What is no data is asked for again, and told in the end.
      return Optional.empty();
    }
  }
}
