package photocat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.http.ScriptedServer;
import photocat.http.ScriptedServer.Answer;

/** A key or a DOI of a download of GBIF in the place of an archive. */
final class IngestGbifDownloadTest {
  private static final String KEY = "0108986-200613084148143";
  private static final String DOI = "10.15468/dl.hx3uzz";

  @TempDir private Path folder;
  private final byte[] zip = zip();
  private ScriptedServer server;
  private WholeRun run;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    run = new WholeRun(folder);
    answer("SUCCEEDED", "DWCA", zip.length, 2);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({KEY, "https://doi.org/" + DOI})
  void isFetchedByKeyOrDoi(String named) {
    assertThat(ingest(named)).as(run.narration()).isZero();

    assertThat(run.narration()).doesNotContain("warning");
    run.of("-c", "SELECT name, origin FROM snapshots");
    assertThat(run.data()).isEqualTo("name,origin\n%s,https://doi.org/%s\n".formatted(KEY, DOI));
    assertThat(server.asked().get(0).target())
        .isEqualTo("/v1/occurrence/download/" + (named.equals(KEY) ? KEY : DOI));
  }

  @Test
  void isShorterThanGbifSays() {
    answer("SUCCEEDED", "DWCA", zip.length + 1, 2);

    assertThat(ingest(KEY)).isEqualTo(1);

    assertThat(run.narration())
        .contains(
            "error: cannot ingest download %s: its file has %,d bytes, and GBIF says %,d"
                .formatted(KEY, zip.length, zip.length + 1));
  }

  @Test
  void hasFewerRecordsThanGbifSays() {
    answer("SUCCEEDED", "DWCA", zip.length, 21);

    assertThat(ingest(KEY)).isZero();

    assertThat(run.narration())
        .contains("warning: GBIF says that this download has 21 records, and 2 came");
  }

  @Test
  void hasNoPhotos() {
    answer("SUCCEEDED", "SIMPLE_PARQUET", zip.length, 2);

    assertThat(ingest(KEY)).isEqualTo(1);

    assertThat(run.narration())
        .contains("cannot ingest download %s: it is a SIMPLE_PARQUET".formatted(KEY));
  }

  @Test
  void aFileOfThatNameComesFirst() throws IOException {
    Files.write(folder.resolve(KEY), zip);

    assertThat(ingest(KEY)).as(run.narration()).isZero();

    assertThat(server.asked()).isEmpty();
  }

  private int ingest(String named) {
    return run.of("ingest", "dwca", named, "--set=gbif.api=" + server.at("/v1"));
  }

  private void answer(String status, String format, int size, int records) {
    String json =
        """
        {"key":"%s","doi":"%s","license":"http://creativecommons.org/licenses/by-nc/4.0/legalcode",
        "request":{"predicate":{},"format":"%s"},"status":"%s","downloadLink":"%s","size":%d,
        "totalRecords":%d,"numberDatasets":8}
        """
            .formatted(KEY, DOI, format, status, server.at("/file/" + KEY + ".zip"), size, records);
    server.answering(
        asked -> asked.target().startsWith("/v1/") ? Answer.json(json) : Answer.file(200, zip));
  }

  private static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("occurrence.txt"));
      out.write(
          """
          gbifID\tscientificName\tassociatedMedia
          1\tApis mellifera Linnaeus, 1758\thttps://photos.example/1.jpg
          2\tBombus terrestris (Linnaeus, 1758)\thttps://photos.example/2.jpg
          """
              .getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
