package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.http.ScriptedServer.Answer;

/** Downloads of the taxa of a list, whose names GBIF looks up. */
final class GbifShortlistTest {
  private static final String MATCH = "/v2/species/match?";

  @TempDir private Path folder;
  private GbifServer gbif;
  private WholeRun run;

  @BeforeEach
  void start() throws IOException {
    gbif = new GbifServer();
    run = new WholeRun(folder).with("GBIF_USER", "ann").with("GBIF_PWD", "x");
    gbif.knows("scientificName=Passer%20domesticus", "EXACT", "4DXXM", "Passer domesticus (L.)");
    gbif.knows("scientificName=Bellis%20perenis", "VARIANT", "5WZLF", "Bellis perennis L.");
    gbif.knows("scientificName=Apis%20ignota", "HIGHERRANK", "6APIS", "Apis");
    gbif.names.put(
        "scientificName=Oenanthe",
        Answer.json(
            "{\"diagnostics\":{\"matchType\":\"NONE\",\"note\":\"Multiple equal matches for"
                + " Oenanthe\"},\"synonym\":false}"));
    gbif.names.put(
        "scientificName=Anastrophyllum%20minutum",
        Answer.json(
            """
            {"usage":{"key":"OLD","name":"Anastrophyllum minutum","rank":"SPECIES",
            "status":"SYNONYM"},"acceptedUsage":{"key":"NEW","name":"Sphenolobus minutus",
            "rank":"SPECIES"},"diagnostics":{"matchType":"EXACT","confidence":98},"synonym":true}
            """));
    load(
        "birds.csv",
        """
        scientific_name
        Passer domesticus
        Bellis perenis
        Apis ignota
        Oenanthe
        Nomen falsum
        Anastrophyllum minutum
        """);
  }

  @AfterEach
  void stop() {
    gbif.close();
  }

  @Test
  void asksForWhatIsSureAndKeepsTheRest() {
    assertThat(request()).isEqualTo(3);

    assertThat(run.narration())
        .contains(
            "6 names in COL26.6 XR: 2 matched, 1 near, 1 of a higher taxon only, 1 ambiguous, 1"
                + " unmatched",
            "of 6 taxa, 4 have no key at GBIF; 'run gbif-names' says why");
    assertThat(body()).contains("\"values\":[\"4DXXM\",\"NEW\"]", "StillImage");
    assertThat(gbif.asked("GET", MATCH))
        .hasSize(6)
        .allMatch(
            asked -> asked.target().contains("checklistKey=7ddf754f-d193-4cc9-b351-99906754a03b"));
    assertThat(run.of("run", "gbif-names")).isZero();
    assertThat(run.data())
        .contains(
            "Oenanthe,ambiguous,several taxa have that name",
            "Apis ignota,higher,GBIF knows only the species Apis,Apis,6APIS",
            "Bellis perenis,near,GBIF knows it as Bellis perennis L.,Bellis perennis L.,5WZLF",
            "Nomen falsum,unmatched,GBIF knows nothing like it");
    run.of("-c", "SELECT checklist_release, asked_for FROM gbif_downloads");
    assertThat(run.data()).endsWith("\nCOL26.6 XR,the shortlist\n");
  }

  @Test
  void nearOnesAreTakenWhenAskedFor() {
    assertThat(request("--accept-near", "--dry-run")).isEqualTo(3);

    assertThat(run.data()).contains("[ \"4DXXM\", \"5WZLF\", \"NEW\" ]");
  }

  @Test
  void withoutAShortlistNobodyIsAsked() {
    assertThat(run.of("shortlist", "clear", "--yes")).isZero();

    assertThat(request()).isEqualTo(1);

    assertThat(run.narration()).endsWith("hint: run 'shortlist load FILE' first\n");
    assertThat(gbif.asked("GET", "/")).isEmpty();
  }

  /** Nothing is asked twice, until the checklist has a new release. */
  @Test
  void namesAreAskedOnceARelease() {
    request("--dry-run");
    request("--dry-run");
    assertThat(gbif.asked("GET", MATCH)).hasSize(6);

    gbif.release = "COL26.7 XR";
    request("--dry-run");
    assertThat(gbif.asked("GET", MATCH)).hasSize(12);
    request("--dry-run", "--checklist=backbone");
    assertThat(gbif.asked("GET", MATCH)).hasSize(18);
  }

  @Test
  void keysComeBeforeNames() throws IOException {
    gbif.knows("usageKey=8W2YL", "EXACT", "8W2YL", "Quercus L.");
    gbif.knows("scientificNameID=gbif%3A5231190", "EXACT", "4DXXM", "Passer domesticus");
    gbif.knows("scientificName=Bos%20taurus", "EXACT", "BOS", "Bos taurus");
    load(
        "keys.csv",
        """
        scientific_name,taxonKey
        Quercus,col:8W2YL
        Passer domesticus,gbif:5231190
        Bos taurus,gbif:99
        """);

    assertThat(request("--list=keys", "--dry-run")).as(run.narration()).isZero();

    assertThat(run.data()).contains("[ \"4DXXM\", \"8W2YL\", \"BOS\" ]");
    assertThat(gbif.asked("GET", "scientificName=")).hasSize(1);
  }

  @Test
  void spellingsThatWereOverriddenAreAskedSo() {
    run.of("override", "add", "Bellis perenis", "Passer domesticus");

    request("--dry-run");

    assertThat(gbif.asked("GET", "Bellis")).isEmpty();
    assertThat(run.narration()).contains("5 names in COL26.6 XR: 2 matched, 0 near");
  }

  @Test
  void aListThatGbifDoesNotKnowAsksForNothing() throws IOException {
    load("none.csv", "scientific_name\nNomen falsum\n");

    assertThat(request("--list=none")).isEqualTo(1);

    assertThat(run.narration()).contains("cannot ask GBIF: GBIF knows none of the 1 name");
    assertThat(gbif.asked("POST", "")).isEmpty();
  }

  @Test
  void saysWhatIsNoList() {
    assertThat(request("--list=bords")).isEqualTo(2);
    assertThat(run.narration()).contains("there is no list \"bords\"");
    assertThat(request("--checklist=wfo")).isEqualTo(2);
    assertThat(run.narration()).contains("no checklist of GBIF is called \"wfo\"");
  }

  /** What has come is kept. */
  @Test
  void goesOnWhereItStopped() {
    gbif.names.put("scientificName=Oenanthe", Answer.of(400, "not now"));

    assertThat(request("--dry-run")).isEqualTo(1);
    int before = gbif.asked("GET", MATCH).size();
    gbif.names.remove("scientificName=Oenanthe");
    assertThat(request("--dry-run")).isEqualTo(3);

    assertThat(gbif.asked("GET", MATCH)).hasSize(6 + 1);
    assertThat(before).isLessThan(6 + 1);
  }

  private String body() {
    return gbif.asked("POST", "/request").get(0).body();
  }

  private int request(String... options) {
    String[] words =
        Stream.of(
                new String[] {"gbif", "request", "--from-shortlist"},
                options,
                new String[] {gbif.setting()})
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    return run.of(words);
  }

  private void load(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    int exitCode = run.of("shortlist", "load", file);
    assertThat(exitCode).as(run.narration()).isZero();
  }
}
