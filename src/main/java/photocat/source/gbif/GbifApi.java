package photocat.source.gbif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import photocat.http.ApiAnswer;
import photocat.http.ApiClient;
import photocat.http.ApiRequest;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;
import photocat.model.TextEnd;

/** GBIF's interface for programs. One thread at a time. */
public final class GbifApi {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /**
   * Returns a download whose file is there.
   *
   * @throws PhotocatException when there is none, not yet or no more, with the next step
   */
  public Download readyDownload(DownloadId id) {
    ApiAnswer answer =
        client.send(ApiRequest.get(URI.create(base + "/occurrence/download/" + id.text())));
    if (answer.status() == 404) {
      throw failure("GBIF knows no download " + id.text(), "look for it at gbif.org/user/download");
    }
    Download download = Download.of(json(answer));
    String name = "download " + OneLine.of(download.key());
    String status = OneLine.of(download.status());
    switch (download.status()) {
      case "SUCCEEDED" -> {
        client.checkLink(answer.address(), download.link());
        return download;
      }
      case "PREPARING", "RUNNING", "SUSPENDED" ->
          throw failure(
              "GBIF is still working on %s (%s)".formatted(name, status),
              "run the same command again when it has sent its e-mail");
      case "FILE_ERASED" ->
          throw failure(
              "GBIF has erased the file of %s; its DOI still tells what it held".formatted(name),
              "ask for it anew on its page, gbif.org/occurrence/download/"
                  + OneLine.of(download.key()));
      default ->
          throw failure(
              "GBIF ended %s without a file (%s)".formatted(name, status),
              "ask for it anew on its page, gbif.org/occurrence/download/"
                  + OneLine.of(download.key()));
    }
  }

  private static JsonNode json(ApiAnswer answer) {
    String host = answer.address().getAuthority();
    if (!answer.isGood()) {
      String words = answer.reason().map(reason -> ": " + reason).orElse("");
      throw failure(
          "cannot ask %s: it answers HTTP %d%s".formatted(host, answer.status(), words),
          "run the same command again later");
    }
    try {
      JsonNode json = JSON.readTree(answer.text());
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Told below, in plain words.
    }
    throw failure(
        "cannot ask %s: it answers with something else than data".formatted(host),
        "look at %s in a browser; a network that wants a login does so".formatted(host));
  }

  private static PhotocatException failure(String message, String hint) {
    return PhotocatException.of(ExitStatus.FAILED, message).withHint(hint);
  }
}
