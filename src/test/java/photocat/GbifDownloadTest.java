package photocat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.http.ScriptedServer.Answer;

/** Downloads of GBIF from the request to the photos. */
final class GbifDownloadTest {
  private static final String KEY = GbifServer.KEY;
  private static final String PASSWORD = "correct-horse-battery";
  private static final String PREDICATE =
      "{\"type\":\"equals\",\"key\":\"TAXON_KEY\",\"value\":\"4DXXM\"}";

  @TempDir private Path folder;
  private GbifServer gbif;
  private WholeRun run;

  @BeforeEach
  void start() throws IOException {
    gbif = new GbifServer();
    run = new WholeRun(folder).with("GBIF_USER", "ann").with("GBIF_PWD", PASSWORD);
    Files.writeString(folder.resolve("p.json"), PREDICATE);
  }

  @AfterEach
  void stop() {
    gbif.close();
  }

  @Test
  void isAskedForWaitedForAndFetched() throws IOException {
    gbif.statuses.addAll(0, List.of("PREPARING"));

    assertThat(gbif("request", "p.json", "--country=ZA")).as(run.narration()).isZero();
    assertThat(run.data()).isEqualTo(KEY + "\n");
    assertThat(run.narration()).contains("GBIF works on download %s".formatted(KEY));
    assertThat(gbif("status")).as(run.narration()).isZero();
    assertThat(run.data()).contains(KEY + ",PREPARING,DWCA,2,0,");
    assertThat(gbif("wait")).as(run.narration()).isZero();
    assertThat(run.data()).isEqualTo(KEY + "\n");
    assertThat(run.narration()).contains("download %s is there: ".formatted(KEY));
    assertThat(gbif("fetch", KEY)).as(run.narration()).isZero();
    assertThat(run.narration()).contains("ingested 2 records and 2 media records in ");

    run.of("-c", "SELECT name, origin FROM snapshots");
    assertThat(run.data()).endsWith("\n%s,https://doi.org/%s\n".formatted(KEY, GbifServer.DOI));
    run.of(
        "-c", "SELECT asked_for, requested_by, loaded_records, doi, citation FROM gbif_downloads");
    assertThat(run.data())
        .endsWith(
            "\np.json,ann,2,%1$s,GBIF.org (2026) GBIF Occurrence Download https://doi.org/%1$s\n"
                .formatted(GbifServer.DOI));
    assertThat(gbif.asked("POST", "/request").get(0).body())
        .contains("\"creator\":\"ann\"", "\"checklistKey\":\"7ddf754f-", "\"ZA\"");
    assertThat(run.of("run", "gbif-downloads")).isZero();
    assertThat(run.data()).contains("COUNTRY");
    assertNowhere(PASSWORD);
  }

  private void assertNowhere(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
            .as(file.toString())
            .doesNotContain(text);
      }
    }
  }

  @Test
  void theSameIsNotAskedForTwice() {
    gbif("request", "p.json");

    assertThat(gbif("request", "p.json")).isZero();

    assertThat(run.data()).isEqualTo(KEY + "\n");
    assertThat(run.narration())
        .contains("the same was asked for before: download %s (SUCCEEDED)".formatted(KEY));
    assertThat(gbif.asked("POST", "/request")).hasSize(1);
    assertThat(gbif("request", "p.json", "--again")).isZero();
    assertThat(gbif.asked("POST", "/request")).hasSize(2);
    assertThat(gbif("request", "p.json", "--year=2020")).isZero();
    assertThat(gbif.asked("POST", "/request")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "KILLED", "FILE_ERASED"})
  void isAskedForAgainWhereNothingCameOfIt(String status) {
    gbif("request", "p.json");
    gbif.statuses.set(0, status);

    assertThat(gbif("request", "p.json")).isZero();

    assertThat(gbif.asked("POST", "/request")).hasSize(2);
  }

  @Test
  void aDryRunSendsNothingAndNeedsNoPassword() {
    run = new WholeRun(folder);

    assertThat(gbif("request", "p.json", "--dry-run")).as(run.narration()).isZero();

    assertThat(run.data())
        .startsWith("{\n  \"notificationAddresses\" : [ ],\n")
        .contains("\"key\" : \"TAXON_KEY\"", "\"format\" : \"DWCA\"");
    assertThat(gbif.asked("POST", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|bad value|GBIF does not understand the request: bad value|mend it",
        "401||GBIF knows no such user, or another password|not the e-mail address",
        "420|Enhance your calm|GBIF works on no more downloads of one user at a time|'gbif wait'",
        "200|<html>log in|it answers with something else than data|in a browser",
        "500||whether|look there",
      })
  void saysWhatGbifSays(int status, String body, String message, String hint) {
    gbif.requested =
        status == 500
            ? Answer.of(201, KEY + " ".repeat(100)).half()
            : Answer.of(status, body == null ? "" : body);

    assertThat(gbif("request", "p.json")).isEqualTo(1);

    assertThat(run.narration()).contains(message, hint).doesNotContain(PASSWORD);
    assertThat(run.of("-c", "SELECT count(*) FROM gbif_downloads")).isZero();
    assertThat(run.data()).endsWith("\n0\n");
  }

  @Test
  void saysWhoMustBeNamed() {
    run = new WholeRun(folder).with("GBIF_USER", "ann");

    assertThat(gbif("request", "p.json")).isEqualTo(1);

    assertThat(run.narration()).contains("GBIF wants to know who asks: there is no GBIF_PWD");
  }

  @Test
  void takesThePasswordOfAFileOfTheUsers() throws IOException {
    Path file = folder.resolve("gbif.env");
    Files.writeString(file, "GBIF_USER=bob\nGBIF_PWD=" + PASSWORD + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    run = new WholeRun(folder);

    assertThat(gbif("request", "p.json", "--set=gbif.credentials=gbif.env"))
        .as(run.narration())
        .isZero();

    assertThat(gbif.asked("POST", "/request").get(0).body()).contains("\"creator\":\"bob\"");
    assertThat(run.of("settings")).isZero();
    assertThat(run.data()).doesNotContain(PASSWORD);
  }

  @Test
  void refusesARequestThatGbifWouldNotUnderstand() throws IOException {
    Files.writeString(folder.resolve("p.json"), PREDICATE.replace("TAXON_KEY", "TAXONKEY"));

    assertThat(gbif("request", "p.json")).isEqualTo(2);

    assertThat(run.narration())
        .contains("there is no key \"TAXONKEY\"", "hint: did you mean TAXON_KEY");
    assertThat(gbif.asked("POST", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"request", "request|p.json|--from-shortlist"})
  void wantsEitherAFileOrTheShortlist(String words) {
    assertThat(gbif(words.split("\\|"))).isEqualTo(2);

    assertThat(run.narration()).contains("takes either a FILE or --from-shortlist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.5061/dryad.7rj9r", "10.15468/ab3s5x", "0026011", "photos.zip"})
  void refusesWhatIsNoDownload(String named) {
    for (String command : List.of("fetch", "wait", "status", "cancel")) {
      assertThat(gbif(command, named)).isEqualTo(2);

      assertThat(run.narration()).contains("'%s' names no download of GBIF".formatted(named));
    }
  }

  @Test
  void tellsOfADownloadThatGbifDoesNotKnow() {
    String key = "0000001-250827131500795";

    assertThat(gbif("fetch", key)).isEqualTo(1);
    assertThat(run.narration()).contains("GBIF knows no download " + key);
    assertThat(gbif("wait", key)).isEqualTo(1);
    assertThat(run.narration()).contains("GBIF knows no download " + key);
  }

  @Test
  void oneThatGbifNoLongerKnowsIsWaitedForNoMore() {
    gbif("request", "p.json");
    gbif.knowsNothing = true;

    assertThat(gbif("status")).as(run.narration()).isZero();

    assertThat(run.narration()).contains("GBIF knows download %s no more".formatted(KEY));
    assertThat(run.data()).contains(KEY + ",UNKNOWN,");
    assertThat(gbif("wait")).isZero();
    assertThat(run.narration()).contains("GBIF works on none of the downloads");
  }

  @Test
  void waitsForOneThatAnotherProgramAskedFor() {
    gbif.statuses.set(0, "FILE_ERASED");

    assertThat(gbif("wait", "https://doi.org/" + GbifServer.DOI)).isEqualTo(1);

    assertThat(run.narration()).contains("error: GBIF has erased the file of download " + KEY);
    run.of("-c", "SELECT status, requested_by FROM gbif_downloads");
    assertThat(run.data()).endsWith("\nFILE_ERASED,\n");
    assertThat(gbif("wait")).isZero();
    assertThat(run.narration()).contains("GBIF works on none of the downloads");
    assertThat(gbif("fetch", KEY)).isEqualTo(1);
    assertThat(run.narration()).contains("GBIF has erased the file", "'gbif request'");
  }

  @Test
  void isCancelled() {
    gbif("request", "p.json");
    gbif.statuses.clear();
    gbif.statuses.addAll(List.of("RUNNING", "CANCELLED"));

    assertThat(gbif("cancel", KEY)).as(run.narration()).isZero();

    assertThat(run.narration()).contains("GBIF ends download %s (CANCELLED)".formatted(KEY));
    assertThat(gbif.asked("DELETE", "/request/" + KEY).get(0).header("Authorization")).isNotEmpty();
    assertThat(gbif("cancel", KEY)).isEqualTo(1);
    assertThat(run.narration()).contains("GBIF works no more on download");
  }

  @Test
  void isNotCancelledByAnother() {
    gbif.statuses.set(0, "RUNNING");
    gbif.cancelled = Answer.of(403, "");

    assertThat(gbif("cancel", KEY)).isEqualTo(1);

    assertThat(run.narration()).contains("GBIF does not let this user do that");
  }

  @Test
  void itsFileIsKeptAndNotFetchedAgain() throws IOException {
    assertThat(gbif("fetch", KEY, "--keep=archives")).as(run.narration()).isZero();

    Path file = folder.resolve("archives/" + KEY + ".zip");
    assertThat(file).hasBinaryContent(gbif.zip);
    assertThat(gbif("fetch", KEY, "--keep=archives")).as(run.narration()).isZero();
    assertThat(run.narration()).contains(file + " is there and whole; it was not fetched again");
    assertThat(gbif.asked("GET", "/file/")).hasSize(1);
    try (Stream<Path> files = Files.list(folder.resolve("archives"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void goesOnWithAPartOfItsFile() throws IOException {
    Path part = folder.resolve("archives/" + KEY + ".zip.part");
    Files.createDirectories(part.getParent());
    Files.write(part, Arrays.copyOf(gbif.zip, 50));

    assertThat(gbif("fetch", KEY, "--keep=archives")).as(run.narration()).isZero();

    assertThat(gbif.asked("GET", "/file/").get(0).header("Range")).isEqualTo("bytes=50-");
    assertThat(folder.resolve("archives/" + KEY + ".zip")).hasBinaryContent(gbif.zip);
    assertThat(part).doesNotExist();
  }

  @Test
  void keepsNothingThatIsNotWhole() throws IOException {
    gbif.missingBytes = 1;

    assertThat(gbif("fetch", KEY, "--keep=archives")).isEqualTo(1);

    assertThat(run.narration())
        .contains(
            "cannot keep %s: %d bytes came, and it should have %d"
                .formatted(
                    folder.resolve("archives/" + KEY + ".zip"),
                    gbif.zip.length,
                    gbif.zip.length + 1));
    assertThat(folder.resolve("archives")).isEmptyDirectory();
    assertThat(run.of("-c", "SELECT count(*) FROM snapshots")).isZero();
    assertThat(run.data()).endsWith("\n0\n");
  }

  @Test
  void leavesAFileOfTheUsersAlone() throws IOException {
    Path file = folder.resolve("archives/" + KEY + ".zip");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");

    assertThat(gbif("fetch", KEY, "--keep=archives")).isEqualTo(1);

    assertThat(run.narration()).contains("something else is there", "move it away");
    assertThat(file).hasContent("mine");
  }

  @Test
  void tellsOfRecordsThatAreMissing() {
    gbif.records = 21;

    assertThat(gbif("fetch", KEY)).isZero();

    assertThat(run.narration())
        .contains("warning: GBIF says that this download has 21 records, and 2 came");
    run.of("-c", "SELECT total_records, loaded_records FROM gbif_downloads");
    assertThat(run.data()).endsWith("\n21,2\n");
  }

  @Test
  void aTableHasNoPhotos() {
    gbif.format = "SIMPLE_CSV";

    assertThat(gbif("fetch", KEY)).as(run.narration()).isZero();

    assertThat(run.narration()).contains("warning: GBIF's SIMPLE_CSV has no photos");
  }

  @Test
  void aParquetIsKeptOnly() {
    gbif.format = "SIMPLE_PARQUET";

    assertThat(gbif("fetch", KEY)).isEqualTo(1);
    assertThat(run.narration()).contains("it is a SIMPLE_PARQUET, which has no photos", "--keep");
    assertThat(gbif("fetch", KEY, "--keep=archives")).as(run.narration()).isZero();
    assertThat(run.narration()).contains("read_parquet");
    assertThat(folder.resolve("archives/" + KEY + ".zip")).exists();
  }

  private int gbif(String... words) {
    String[] all =
        Stream.of(new String[] {"gbif"}, words, new String[] {gbif.setting()})
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    return run.of(all);
  }
}
