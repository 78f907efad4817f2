package photocat.source.gbif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.http.Credentials;
import photocat.http.HttpSettings;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;
import photocat.http.Timekeeper;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

final class GbifApiTest {
  private static final String KEY = "0108986-200613084148143";

  private Timekeeper time = Timekeeper.WALL;
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The shapes are those that GBIF answered to rgbif's tests. */
  @Test
  void readsADownload() {
    server.answering(
        Answer.json(
            """
            {"key":"%s","doi":"10.15468/dl.hx3uzz","request":{"format":"DWCA"},
            "status":"SUCCEEDED","downloadLink":"%s","size":38857,
            "totalRecords":21,"numberDatasets":8}
            """
                .formatted(KEY, server.at("/x.zip"))));

    Download download = api().readyDownload(new DownloadId(KEY));

    assertThat(download.citedAs()).isEqualTo("https://doi.org/10.15468/dl.hx3uzz");
    assertThat(download.sizeBytes()).isEqualTo(38_857);
    assertThat(download.totalRecords()).isEqualTo(21);
    assertThat(server.asked().get(0).target()).isEqualTo("/v1/occurrence/download/" + KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PREPARING|GBIF is still working on download %s (PREPARING)|'gbif wait",
        "RUNNING|GBIF is still working on download %s (RUNNING)|'gbif wait",
        "SUSPENDED|GBIF is still working on download %s (SUSPENDED)|'gbif wait",
        "FAILED|GBIF ended download %s without a file (FAILED)|ask for it anew: 'gbif request'",
        "KILLED|GBIF ended download %s without a file (KILLED)|ask for it anew: 'gbif request'",
        "CANCELLED|GBIF ended download %s without a file (CANCELLED)|ask for it anew: 'gbif request'",
        "FILE_ERASED|GBIF has erased the file of download %s; its DOI|ask for it anew: 'gbif request'",
      })
  void tellsWhyThereIsNone(String status, String message, String hint) {
    server.answering(Answer.json("{\"key\":\"%s\",\"status\":\"%s\"}".formatted(KEY, status)));

    PhotocatException failure = failure();

    assertThat(failure.message()).startsWith(message.formatted(KEY));
    assertThat(failure.hint().orElseThrow()).contains(hint);
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404||GBIF knows no download " + KEY,
        "400|'no\nkey'|cannot ask %s: it answers HTTP 400: no key",
        "403|<html>|cannot ask %s: it answers HTTP 403",
        "200|<html>log in|cannot ask %s: it answers with something else than data",
        "200|'[1, 2]'|cannot ask %s: it answers with something else than data",
        "200|'{\"key\": '|cannot ask %s: it answers with something else than data",
        "204||cannot ask %s: it answers with something else than data",
      })
  void tellsOfAnswersThatAreNone(int status, String body, String message) {
    server.answering(Answer.of(status, body == null ? "" : body));

    assertThat(failure().message()).isEqualTo(message.formatted(server.at("/").getAuthority()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://169.254.169.254/x.zip|, which is not on the open internet",
        "http://[::1]/x.zip|, which is not on the open internet",
        "file:///etc/passwd|, which is no web address",
        "x.zip|, which is no web address",
        "''|, which is no web address",
        "http://a b/|, which is no web address",
      })
  void refusesAFileThatIsInside(String link, String why) {
    server.answering(
        Answer.json(
            "{\"key\":\"%s\",\"status\":\"SUCCEEDED\",\"downloadLink\":\"%s\"}"
                .formatted(KEY, link)));

    assertThat(failure().message())
        .isEqualTo(
            "cannot ask %s: it leads to %s%s".formatted(server.at("/").getAuthority(), link, why));
  }

  /** Neither 429 nor 503 has taken the request, so that it is sent again. */
  @Test
  void holdsARequestBackAsLongAsGbifAsks() {
    time = new Timekeeper(Clock.systemUTC(), 1_000_000);
    server.answering(
        Answer.of(429, "[\"please\"]").with("Retry-After", "31"),
        Answer.of(429, "<html>"),
        Answer.of(503, ""),
        Answer.of(201, KEY));

    String key = api().request("{}", new GbifAccount(new Credentials("a", "b"), Optional.empty()));

    assertThat(key).isEqualTo(KEY);
    assertThat(server.asked()).hasSize(4);
  }

  private PhotocatException failure() {
    return catchThrowableOfType(
        PhotocatException.class, () -> api().readyDownload(new DownloadId(KEY)));
  }

  private GbifApi api() {
    return GbifApi.open(
        HttpSettings.DEFAULTS, server.at("/v1/").toString(), time, new Cancellation(), note -> {});
  }
}
