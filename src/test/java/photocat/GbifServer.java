package photocat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;
import photocat.http.ScriptedServer.Asked;

/** GBIF as its clients have recorded it: requests, downloads and their files, names. */
final class GbifServer implements AutoCloseable {
  static final String KEY = "0026011-250827131500795";
  static final String DOI = "10.15468/dl.np3k7j";
  static final String FILE =
      """
      gbifID\tscientificName\tassociatedMedia
      1\tApis mellifera Linnaeus, 1758\thttps://photos.example/1.jpg
      2\tBombus terrestris (Linnaeus, 1758)\thttps://photos.example/2.jpg
      """;

  final Map<String, Answer> names = new HashMap<>();
  final List<String> statuses = new ArrayList<>(List.of("SUCCEEDED"));
  Answer requested = Answer.of(201, KEY);
  Answer cancelled = Answer.of(204, "");
  String format = "DWCA";
  String release = "COL26.6 XR";
  int records = 2;
  int missingBytes;
  boolean knowsNothing;
  byte[] zip = zip(FILE);

  private final ScriptedServer server;
  private int looks;

  GbifServer() throws IOException {
    server = new ScriptedServer();
    server.answering(this::answer);
  }

  /** Returns the setting that leads here. */
  String setting() {
    return "--set=gbif.api=" + server.at("/v1");
  }

  /** Returns the questions of this method whose address has {@code part}. */
  List<Asked> asked(String method, String part) {
    return server.asked().stream()
        .filter(asked -> asked.method().equals(method) && asked.target().contains(part))
        .toList();
  }

  private Answer answer(Asked asked) {
    String target = asked.target();
    if (asked.method().equals("POST")) {
      return requested;
    }
    if (asked.method().equals("DELETE")) {
      return cancelled;
    }
    if (target.startsWith("/file/")) {
      return Answer.file(200, zip);
    }
    if (target.endsWith("/citation")) {
      return Answer.of(200, "GBIF.org (2026) GBIF Occurrence Download https://doi.org/" + DOI);
    }
    if (target.startsWith("/v2/species/match/metadata")) {
      return Answer.json("{\"mainIndex\":{\"datasetAlias\":\"%s\"}}".formatted(release));
    }
    if (target.startsWith("/v2/species/match")) {
      String name = target.replaceFirst(".*&", "");
      return names.getOrDefault(
          name, Answer.json("{\"diagnostics\":{\"matchType\":\"NONE\"},\"synonym\":false}"));
    }
    boolean isKnown = !knowsNothing && (target.endsWith(KEY) || target.endsWith(DOI));
    return isKnown ? download() : Answer.of(404, "");
  }

  private Answer download() {
    String status = statuses.get(Math.min(looks, statuses.size() - 1));
    looks++;
    boolean isReady = status.equals("SUCCEEDED");
    return Answer.json(
        """
        {"key":"%s",%s"license":"unspecified","request":{"predicate":{"type":"and"},"format":"%s"},
        "created":"2025-09-04T12:11:34.648+00:00","modified":"2025-09-04T12:14:17.723+00:00",
        "eraseAfter":"2026-03-04T12:11:34.469+00:00","status":"%s","downloadLink":"%s",
        "size":%d,"totalRecords":%d,"numberDatasets":8}
        """
            .formatted(
                KEY,
                isReady ? "\"doi\":\"" + DOI + "\"," : "",
                format,
                status,
                server.at("/file/" + KEY + ".zip"),
                isReady ? zip.length + missingBytes : 0,
                records));
  }

  /** Answers to {@code question}, a parameter and its value, with a taxon. */
  void knows(String question, String matchType, String key, String name) {
    names.put(
        question,
        Answer.json(
            """
            {"usage":{"key":"%s","name":"%s","rank":"SPECIES","status":"ACCEPTED"},
            "classification":[{"key":"N","name":"Animalia","rank":"KINGDOM"}],
            "diagnostics":{"matchType":"%s","confidence":98},"synonym":false}
            """
                .formatted(key, name, matchType)));
  }

  static byte[] zip(String occurrences) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("occurrence.txt"));
      out.write(occurrences.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.close();
  }
}
