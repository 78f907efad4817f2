package photocat.source.gbif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import photocat.http.ApiAnswer;
import photocat.http.ApiClient;
import photocat.http.ApiRequest;
import photocat.http.HostPace;
import photocat.http.HttpSettings;
import photocat.http.Timekeeper;
import photocat.http.UsageOfRun;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.model.TextEnd;

/** GBIF's interface for programs. One thread at a time. */
public final class GbifApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DOWNLOAD = "/occurrence/download/";

  private final ApiClient client;
  private final String base;

  /**
   * The interface at {@code base}.
   *
   * @param base without a path below the version, such as {@code https://api.gbif.org/v1}
   */
  public GbifApi(ApiClient client, String base) {
    this.client = client;
    this.base = TextEnd.without(base, "/");
  }

  /** Opens the interface for one command, which {@code note} tells of pauses. */
  public static GbifApi open(
      HttpSettings http,
      String base,
      Timekeeper time,
      Cancellation cancellation,
      Consumer<String> note) {
    HostPace pace = new HostPace(List.of(), new UsageOfRun(), time);
    return new GbifApi(new ApiClient(http, pace, time, cancellation, note), base);
  }

  /**
   * Returns a download whose file is there.
   *
   * @throws PhotocatException when there is none, not yet or no more, with the next step
   */
  public Download readyDownload(DownloadId id) {
    Download download = download(id);
    if (!download.isReady()) {
      throw notReady(download);
    }
    return download;
  }

  /**
   * Returns what GBIF says of a download, whatever its status.
   *
   * @throws PhotocatException when there is none
   */
  public Download download(DownloadId id) {
    return find(id).orElseThrow(() -> unknown(id.text()));
  }

  /** The same; empty where GBIF knows none. */
  public Optional<Download> find(DownloadId id) {
    ApiAnswer answer = client.send(ApiRequest.get(URI.create(base + DOWNLOAD + id.text())));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    Download download = Download.of(json(answer));
    if (DownloadId.in(download.key()).isEmpty()) {
      throw unfit(answer);
    }
    if (download.isReady()) {
      client.checkLink(answer.address(), download.link());
    }
    return Optional.of(download);
  }

  /** Says why the file of a download is not there. */
  public static PhotocatException notReady(Download download) {
    String key = OneLine.of(download.key());
    String status = OneLine.of(download.status());
    String anew = "ask for it anew: 'gbif request' here, or gbif.org/occurrence/download/" + key;
    if (download.goesOn()) {
      return failure(
          "GBIF is still working on download %s (%s)".formatted(key, status),
          "'gbif wait %s' waits for it".formatted(key));
    }
    return download.status().equals("FILE_ERASED")
        ? failure(
            "GBIF has erased the file of download %s; its DOI still tells what it held"
                .formatted(key),
            anew)
        : failure("GBIF ended download %s without a file (%s)".formatted(key, status), anew);
  }

  /**
   * Asks for a download and returns its key.
   *
   * @param body a request as JSON
   */
  public String request(String body, GbifAccount account) {
    ApiAnswer answer =
        client.send(
            ApiRequest.post(URI.create(base + DOWNLOAD + "request"), body)
                .by(account.credentials()));
    Optional<DownloadId> key = DownloadId.in(answer.text().replace("\"", ""));
    if (answer.isGood() && key.isPresent()) {
      return key.get().text();
    }
    throw refusal(answer, "the request");
  }

  /** Has GBIF end a download that it is working on. */
  public void cancel(DownloadId id, GbifAccount account) {
    ApiAnswer answer =
        client.send(
            ApiRequest.delete(URI.create(base + DOWNLOAD + "request/" + id.text()))
                .by(account.credentials()));
    if (answer.status() == 404) {
      throw unknown(id.text());
    }
    if (!answer.isGood()) {
      throw refusal(answer, "to cancel download " + id.text());
    }
  }

  /** Returns how GBIF wants a download to be cited, empty where it does not say. */
  public Optional<String> citation(String key) {
    ApiAnswer answer = client.send(ApiRequest.get(URI.create(base + DOWNLOAD + key + "/citation")));
    return Optional.of(answer)
        .filter(ApiAnswer::isGood)
        .flatMap(ApiAnswer::reason)
        .map(text -> OneLine.whole(answer.text().strip()));
  }

  /** Returns the answer to a question that changes nothing, at {@code path} of version 2. */
  JsonNode newest(String path) {
    String root = base.endsWith("/v1") ? base.substring(0, base.length() - 3) : base;
    return json(client.send(ApiRequest.get(URI.create(root + "/v2" + path))));
  }

  /** Returns the answer to a question that changes nothing, at {@code path}. */
  JsonNode at(String path) {
    return json(client.send(ApiRequest.get(URI.create(base + path))));
  }

  private PhotocatException refusal(ApiAnswer answer, String what) {
    String words = answer.reason().map(": "::concat).orElse("");
    return switch (answer.status()) {
      case 400 ->
          failure("GBIF does not understand %s%s".formatted(what, words), "mend it and try again");
      case 401 ->
          failure(
              "GBIF knows no such user, or another password",
              "GBIF_USER is the name at gbif.org, not the e-mail address; try to log in there");
      case 403 ->
          failure(
              "GBIF does not let this user do that" + words,
              "only who has asked for a download may cancel it");
      case 420 ->
          failure(
              "GBIF works on no more downloads of one user at a time (3, or 1 when it is busy)",
              "'gbif wait' waits for yours; then run the same command again");
      default -> unfit(answer);
    };
  }

  private static JsonNode json(ApiAnswer answer) {
    if (!answer.isGood()) {
      throw unfit(answer);
    }
    try {
      JsonNode json = JSON.readTree(answer.text());
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Told below, in plain words.
    }
    throw unfit(answer);
  }

  private static PhotocatException unfit(ApiAnswer answer) {
    if (answer.isGood()) {
      return ApiAnswer.noData(answer.address());
    }
    String host = answer.address().getAuthority();
    String words = answer.reason().map(": "::concat).orElse("");
    return failure(
        "cannot ask %s: it answers HTTP %d%s".formatted(host, answer.status(), words),
        answer.status() == 400 ? "mend what was asked for" : "run the same command again later");
  }

  private static PhotocatException unknown(String id) {
    return failure("GBIF knows no download " + id, "look for it at gbif.org/user/download");
  }

  private static PhotocatException failure(String message, String hint) {
    return PhotocatException.of(ExitStatus.FAILED, message).withHint(hint);
  }
}
