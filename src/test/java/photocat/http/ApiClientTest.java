package photocat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.http.HttpSettings.Patience;
import photocat.http.ScriptedServer.Answer;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

final class ApiClientTest {
  /** An hour passes in four milliseconds. */
  private static final Timekeeper FAST = new Timekeeper(Clock.systemUTC(), 1_000_000);

  private static final Answer GOOD = Answer.json("{\"count\": 1}");
  private static final String PAGE = "<html><title>429 Too Many Requests</title></html>";

  private final List<String> notes = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksWithTheNameOfItsSender() {
    server.answering(GOOD);

    ApiAnswer answer = client(settings()).send(ApiRequest.get(server.at("/v1/x?q=a%20b")));

    assertThat(answer.text()).isEqualTo("{\"count\": 1}");
    assertThat(answer.isGood()).isTrue();
    assertThat(answer.isJson()).isTrue();
    assertThat(server.asked().get(0).target()).isEqualTo("/v1/x?q=a%20b");
    assertThat(server.asked().get(0).header("User-Agent")).isEqualTo("photocat/1 (me@example.org)");
  }

  @Test
  void postsJsonAsItsUser() {
    server.answering(Answer.of(201, "0012150-260108223611665"));
    ApiRequest request =
        ApiRequest.post(server.at("/request"), "{\"é\":1}").by(new Credentials("ann", "sé:cret"));

    ApiAnswer answer = client(settings()).send(request);

    assertThat(answer.text()).isEqualTo("0012150-260108223611665");
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.body()).isEqualTo("{\"é\":1}");
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    assertThat(asked.header("Authorization")).isEqualTo("Basic YW5uOnPDqTpjcmV0");
    assertThat(request.toString()).doesNotContain("cret");
  }

  @Test
  void waitsAsLongAsAServerAsks() {
    server.answering(Answer.of(429, "[]").with("Retry-After", "31"), GOOD);

    assertThat(client(settings()).send(ApiRequest.get(server.at("/"))).isGood()).isTrue();

    assertThat(notes).containsExactly(authority() + ": it answers HTTP 429; again in 31 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void asksAgainAfterWhatPasses(int status) {
    server.answering(
        Answer.of(status, PAGE).with("Content-Type", "text/html"), Answer.of(status, ""), GOOD);

    assertThat(client(settings()).send(ApiRequest.get(server.at("/"))).isGood()).isTrue();

    assertThat(server.asked()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 400, 401, 403, 404, 410, 420, 501})
  void givesEveryOtherAnswer(int status) {
    server.answering(Answer.of(status, "word\n of\tthe server"));

    ApiAnswer answer = client(settings()).send(ApiRequest.get(server.at("/")));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void asksAgainForAnAnswerThatWasCut() {
    server.answering(GOOD.half(), GOOD);

    assertThat(client(settings()).send(ApiRequest.get(server.at("/"))).text())
        .isEqualTo("{\"count\": 1}");
  }

  @Test
  void neverMakesAThingTwice() {
    server.answering(GOOD.half());

    PhotocatException failure = failure(settings(), ApiRequest.post(server.at("/request"), "{}"));

    assertThat(failure.message())
        .startsWith("cannot ask " + authority() + ": ")
        .endsWith("; whether it has taken the request is not known");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void endsWhenTheServerKeepsRefusing() {
    server.answering(Answer.of(503, PAGE));

    PhotocatException failure = failure(settings(), ApiRequest.get(server.at("/")));

    assertThat(failure.kind()).isEqualTo(ExitStatus.FAILED);
    assertThat(failure.message()).isEqualTo("cannot ask " + authority() + ": it answers HTTP 503");
    assertThat(failure.hint()).contains("run the same command again later");
    assertThat(server.asked()).hasSize(7);
  }

  @Test
  void endsWhenTheServerAsksForAnHour() {
    server.answering(Answer.of(429, "").with("Retry-After", "3600"), GOOD);

    assertThat(failure(settings(), ApiRequest.get(server.at("/"))).message())
        .endsWith(": it answers HTTP 429, and asks for a pause of 1 h 0 min");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void followsARedirectWithoutThePassword() {
    server.answering(
        asked ->
            asked.target().equals("/new")
                ? GOOD
                : Answer.of(302, "").with("Location", server.at("/new").toString()));

    ApiAnswer answer =
        client(settings()).send(ApiRequest.get(server.at("/old")).by(new Credentials("a", "b")));

    assertThat(answer.address()).isEqualTo(server.at("/new"));
    assertThat(server.asked().get(0).header("Authorization")).isNotEmpty();
    assertThat(server.asked().get(1).header("Authorization")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://127.0.0.2:9/x|which is not on the open internet",
        "http://169.254.169.254/latest|which is not on the open internet",
        "http://[::1]/|which is not on the open internet",
        "http://[::ffff:10.0.0.1]/|which is not on the open internet",
        "http://localhost/|which is not on the open internet",
        "file:///etc/passwd|which is no web address",
        "ftp://example.org/x|which is no web address",
      })
  void isNotLedInside(String location, String why) {
    server.answering(Answer.of(302, "").with("Location", location));

    assertThat(failure(settings(), ApiRequest.get(server.at("/"))).message())
        .isEqualTo("cannot ask %s: it leads to %s, %s".formatted(authority(), location, why));
  }

  @Test
  void isNotSentRoundForEver() {
    server.answering(Answer.of(301, "").with("Location", server.at("/").toString()));

    assertThat(failure(settings(), ApiRequest.get(server.at("/"))).message())
        .contains("it sends on to http://127.0.0.1");
    assertThat(server.asked()).hasSize(6);
  }

  @Test
  void stopsWithinAPause() {
    server.answering(
        asked -> {
          cancellation.cancel();
          return Answer.of(429, "").with("Retry-After", "300");
        });
    ApiClient client = client(settings(), new Timekeeper(Clock.systemUTC(), 1));

    PhotocatException failure =
        catchThrowableOfType(
            PhotocatException.class, () -> client.send(ApiRequest.get(server.at("/"))));

    assertThat(failure.kind()).isEqualTo(ExitStatus.INTERRUPTED);
  }

  @Test
  void saysThatThereIsNobody() {
    server.close();

    assertThat(failure(settings(), ApiRequest.get(server.at("/"))).message())
        .isEqualTo("cannot ask " + authority() + ": no connection to the server");
  }

  @Test
  void goesThroughAProxyThatKnowsTheHost() {
    server.answering(GOOD);
    Proxies proxies = Proxies.of(Map.of("http_proxy", "http://" + authority()));

    ApiAnswer answer =
        client(settings(proxies)).send(ApiRequest.get(URI.create("http://api.example/v1/x")));

    assertThat(answer.isGood()).isTrue();
    assertThat(server.asked().get(0).target()).isEqualTo("http://api.example/v1/x");
  }

  private PhotocatException failure(HttpSettings settings, ApiRequest request) {
    ApiClient client = client(settings);
    return catchThrowableOfType(PhotocatException.class, () -> client.send(request));
  }

  private String authority() {
    return server.at("/").getAuthority();
  }

  private ApiClient client(HttpSettings settings) {
    return client(settings, FAST);
  }

  private ApiClient client(HttpSettings settings, Timekeeper time) {
    HostPace pace = new HostPace(List.of(), new UsageOfRun(), time);
    return new ApiClient(settings, pace, time, cancellation, notes::add);
  }

  private static HttpSettings settings() {
    return settings(Proxies.NONE);
  }

  private static HttpSettings settings(Proxies proxies) {
    Patience patience =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            7,
            Duration.ofSeconds(1),
            Duration.ofMinutes(10));
    return new HttpSettings(
        "photocat/1 (me@example.org)", false, new Network(proxies, Optional.empty()), patience);
  }
}
