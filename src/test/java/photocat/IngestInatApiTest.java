package photocat;

import static org.assertj.core.api.Assertions.assertThat;
import static photocat.source.inatapi.InatServer.CLOSED;
import static photocat.source.inatapi.InatServer.OPEN;
import static photocat.source.inatapi.InatServer.annotation;
import static photocat.source.inatapi.InatServer.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photocat.command.CommandRunner;
import photocat.http.ScriptedServer.Answer;
import photocat.source.inatapi.InatServer;

/** Asks a server that answers like iNaturalist's for observations of species. */
final class IngestInatApiTest {
  @TempDir private Path folder;
  private InatServer server;
  private CommandRunner photocat;

  @BeforeEach
  void start() throws IOException {
    server =
        new InatServer()
            .taxon(1, "Plantae", "kingdom")
            .taxon(2, "Viola", "genus", 1)
            .taxon(11, "Viola alba", "species", 1, 2)
            .taxon(12, "Viola odorata", "species", 1, 2);
    photocat = new CommandRunner(folder);
    Files.writeString(folder.resolve("species.csv"), "name,start_id\nViola alba,0\n");
  }

  @AfterEach
  void stop() {
    photocat.close();
    server.close();
  }

  @Test
  void takesPhotosInWithTheirOwnLicenceOwnerAndSize() {
    server.observation(
        11,
        101,
        photo(1, "cc-by-nc", OPEN) + "," + photo(2, "cc0", OPEN).replace("Ann Alder", "Bo Birch"),
        annotation(17, 18) + "," + annotation(22, 26) + "," + annotation(22, 25));

    assertThat(ask()).as(photocat.said()).isZero();

    assertThat(photocat.said())
        .isEqualTo(
            "ingested 1 observation of 1 species in 0.0 s: 2 photos, 2 of them under an open licence");
    assertThat(
            photocat.rows(
                """
                SELECT photo_id, license, record_license, width, position, observer_name, login,
                    rights_holder, observation_key, url, extension, latitude, observed_on
                FROM candidates ORDER BY photo_id
                """))
        .containsExactly(
            "1|CC-BY-NC|CC-BY|2048|0|Ann Alder|ann|null|101|"
                + OPEN
                + "/photos/1/original.jpg|jpg|48.5|2026-05-18",
            "2|CC0|CC-BY|2048|1|Ann Alder|ann|Bo Birch|101|"
                + OPEN
                + "/photos/2/original.jpg|jpg|48.5|2026-05-18");
    assertThat(photocat.rows("SELECT vitality, evidence FROM inat_api_observations"))
        .containsExactly("alive|scat|track");
    assertThat(photocat.rows("SELECT name FROM taxa ORDER BY taxon_id"))
        .containsExactly("Plantae", "Viola", "Viola alba");
  }

  @Test
  void annotationsTellWhatAPhotoShows() {
    server
        .observation(11, 101, photo(1, "cc0", OPEN), annotation(22, 25))
        .observation(11, 102, photo(2, "cc0", OPEN), annotation(17, 19))
        .observation(11, 103, photo(3, "cc0", OPEN), annotation(22, 24) + "," + annotation(22, 26))
        .observation(11, 104, photo(4, "cc0", OPEN), annotation(1, 7))
        .observation(11, 105, photo(5, "cc0", OPEN), annotation(22, 26).replace(":0}", ":-1}"));

    ask();

    assertThat(
            photocat.rows(
                "SELECT photo_id, image_kind, image_kind_rule FROM candidates ORDER BY ALL"))
        .containsExactly(
            "1|track|evidence",
            "2|specimen|vitality",
            "3|living|basis_of_record",
            "4|egg|life_stage",
            "5|living|basis_of_record");
    photocat.done("manifest", "build", "alive", "--label=species", "--where=image_kind = 'living'");
    assertThat(photocat.rows("SELECT photo_id FROM manifest_photos ORDER BY ALL"))
        .containsExactly("3", "5");
  }

  /** It matches observations of which one photo has a licence, and tells of the others too. */
  @Test
  void whatIsAllRightsReservedIsTakenWhereItIsNamedOnly() {
    server.observation(
        11,
        101,
        String.join(",", photo(1, "cc-by", OPEN), photo(2, "", CLOSED), photo(3, "cc-by", CLOSED)),
        "");

    ask();
    assertThat(photocat.rows("SELECT photo_id, license FROM candidates"))
        .containsExactly("1|CC-BY");
    assertThat(photocat.said()).startsWith("2 photos of these observations under other licences");
    assertThat(server.asked().get(1)).contains("photo_licensed=true");

    ask("--license=any,arr");
    assertThat(photocat.rows("SELECT photo_id, license FROM candidates ORDER BY ALL"))
        .containsExactly("1|CC-BY", "2|ARR", "3|ARR");
    assertThat(server.asked()).last().asString().doesNotContain("licens");
  }

  @Test
  void asksForWhatTheOptionsSay() {
    ask(
        "--license=cc0,CC-BY",
        "--quality=any",
        "--place=7",
        "--d1=2026-01-01",
        "--d2=2026-02-01",
        "--observations=50");

    assertThat(server.asked())
        .containsExactly(
            "/v2/places/7",
            "/v2/taxa?q=viola+alba&per_page=30",
            "/v2/observations?taxon_id=11&photos=true&photo_license=cc0,cc-by&place_id=7"
                + "&d1=2026-01-01&d2=2026-02-01&order_by=id&order=asc&id_above=0&per_page=50",
            "/v2/taxa/1,2");
  }

  @Test
  void goesBeyondTenThousand() {
    server.observations(11, 1, 10_150);

    ask("--observations=20000");

    assertThat(photocat.rows("SELECT count(*), max(observation_id) FROM inat_api_observations"))
        .containsExactly("10150|10150");
    assertThat(photocat.rows("SELECT last_id, observations FROM inat_api_species"))
        .containsExactly("10150|10150");
  }

  @Test
  void goesOnBehindTheLastOfEachSpecies() {
    server.observations(11, 1, 500);
    ask("--observations=250");
    int before = server.asked().size();

    ask("--observations=250");
    assertThat(server.asked()).as("nothing is asked that is known").hasSize(before);
    server.forget(11, 251);
    ask("--observations=260");

    assertThat(server.asked().subList(before, server.asked().size()))
        .containsExactly(
            "/v2/observations?taxon_id=11&photos=true&quality_grade=research&photo_licensed=true"
                + "&order_by=id&order=asc&id_above=250&per_page=10");
    assertThat(photocat.rows("SELECT count(*), max(observation_id) FROM inat_api_observations"))
        .containsExactly("260|261");
    assertThat(photocat.rows("SELECT count(*) FROM candidates")).containsExactly("260");
    ask("--observations=260", "--anew");
    assertThat(server.asked()).last().asString().contains("id_above=200&per_page=60");
  }

  @Test
  void beginsBehindStartId() throws IOException {
    server.observations(11, 1, 9);
    Files.writeString(folder.resolve("species.csv"), "name,start_id\nViola alba,7\n");

    ask();

    assertThat(photocat.rows("SELECT observation_id FROM inat_api_observations ORDER BY ALL"))
        .containsExactly("8", "9");
  }

  @Test
  void otherObservationsTakeThePlaceOfThoseBefore() {
    server.observations(11, 1, 9);
    ask("--observations=9");
    ask("--observations=3");
    ask("--observations=9", "--d1=2026-05-01");

    assertThat(photocat.rows("SELECT count(*) FROM inat_api_observations")).containsExactly("9");
    assertThat(server.asked()).last().asString().contains("id_above=0");
  }

  @Test
  void anObservationOfTwoOfTheTaxaCountsOnce() throws IOException {
    server.observations(11, 1, 2);
    server.raw(2, 1, server.observationOf(11, 1)).raw(2, 2, server.observationOf(11, 2));
    Files.writeString(folder.resolve("species.csv"), "name\nViola alba\nViola\n");

    ask();
    assertThat(photocat.rows("SELECT count(*) FROM candidates")).containsExactly("2");

    Files.writeString(folder.resolve("species.csv"), "name\nViola alba\n");
    ask();
    assertThat(photocat.rows("SELECT count(*) FROM candidates")).containsExactly("2");
  }

  @Test
  void namesThatAreNotKnownAreKeptWithTheReason() throws IOException {
    server.observations(11, 1, 1);
    Files.writeString(
        folder.resolve("species.csv"), "name\nViola nowhere\nViola alba\nviola alba L.\n");

    assertThat(ask()).isEqualTo(3);

    assertThat(photocat.rows("SELECT line, text, reason FROM ingest_rejects"))
        .containsExactly("1|Viola nowhere|iNaturalist knows no taxon of that name");
    assertThat(photocat.rows("SELECT asked_name FROM inat_api_species"))
        .containsExactly("Viola alba");
  }

  @Test
  void asksForTheShortlist() throws IOException {
    server.observations(11, 1, 1).observations(12, 5, 1);
    Files.writeString(folder.resolve("list.csv"), "name,inat_id\nVeilchen,12\nViola alba,\n");
    photocat.done("shortlist", "load", "list.csv");

    assertThat(ask("--from-shortlist")).as(photocat.said()).isZero();

    assertThat(
            photocat.rows("SELECT asked_name, asked_taxon_id FROM inat_api_species ORDER BY ALL"))
        .containsExactly("Veilchen|12", "Viola alba|11");
    assertThat(photocat.rows("SELECT name FROM snapshots")).containsExactly("shortlist");
  }

  @Test
  void photosLieAsThoseOfInatDownloader() throws IOException {
    server
        .observation(11, 101, photo(1, "cc-by-nc", OPEN) + "," + photo(2, "cc0", OPEN), "")
        .raw(
            11,
            102,
            server
                .observationOf(11, 101)
                .replace("\"id\":101", "\"id\":102")
                .replace("0101\"", "0102\"")
                .replace("\"license_code\":\"cc-by\"", "\"license_code\":null")
                .replace("\"48.5,9.25\"", "null")
                .replace("photos/1/", "photos/3/")
                .replace("\"id\":1,\"lic", "\"id\":3,\"lic")
                .replace("\"id\":2,\"lic", "\"id\":4,\"lic")
                .replace("photos/2/", "photos/4/"));
    ask();

    photocat.done(
        "manifest",
        "build",
        "violas",
        "--label=species",
        "--layout=inat-downloader",
        "--size=medium");

    assertThat(photocat.rows("SELECT file_name, url FROM manifest_photos ORDER BY photo_id"))
        .containsExactly(
            "Viola_alba_images/Viola-alba_ann_cc-by-nc_101_0.jpg|" + OPEN + "/photos/1/medium.jpg",
            "Viola_alba_images/Viola-alba_ann_cc0_101_1.jpg|" + OPEN + "/photos/2/medium.jpg",
            "Viola_alba_images/Viola-alba_ann_cc-by-nc_102_0.jpg|" + OPEN + "/photos/3/medium.jpg",
            "Viola_alba_images/Viola-alba_ann_cc0_102_1.jpg|" + OPEN + "/photos/4/medium.jpg");
    photocat.done("export", "table", "violas", "--format=inat-downloader", "--out=m.csv");
    assertThat(photocat.said()).startsWith("2 observations of violas written to");
    assertThat(Files.readAllLines(folder.resolve("m.csv")))
        .containsExactly(
            "species_name,observation_id,observation_license,observer_login,observation_quality,"
                + "observation_date,observation_latidude,observation_longitude",
            "Viola alba,101,cc-by,ann,research,2026-05-18,48.5,9.25",
            "Viola alba,102,none,ann,research,2026-05-18,none,none");
    assertThat(photocat.run("export", "table", "no", "--format=inat-downloader", "--out=n.csv"))
        .isEqualTo(1);
    assertThat(photocat.said()).contains("cannot export observations: no manifest no");
  }

  @Test
  void asksVersion1WhereVersion2GivesPages() {
    server
        .observations(11, 1, 1)
        .inTrouble(
            asked ->
                asked.target().startsWith("/v2")
                    ? Optional.of(Answer.of(404, "<html>Cannot GET</html>"))
                    : Optional.empty());

    assertThat(ask()).isZero();

    assertThat(photocat.said())
        .startsWith("version 2 of iNaturalist's API does not answer; asking version 1");
    assertThat(photocat.rows("SELECT count(*) FROM candidates")).containsExactly("1");
  }

  @Test
  void pagesAndHalvesAndThrottlingAreSurvived() {
    server
        .observations(11, 1, 3)
        .inTrouble(
            asked ->
                switch (asked.number()) {
                  case 1 -> Optional.of(Answer.of(200, "<html>Just a moment</html>"));
                  case 2 ->
                      Optional.of(Answer.of(429, "<html>Too many</html>").with("Retry-After", "0"));
                  case 4 -> Optional.of(Answer.json("{\"total_results\":3,\"results\":[]}"));
                  case 5 -> Optional.of(Answer.json("{\"total_results\":3,\"results\":[{").half());
                  default -> Optional.empty();
                });

    assertThat(ask()).as(photocat.said()).isZero();

    assertThat(photocat.rows("SELECT count(*) FROM candidates")).containsExactly("3");
  }

  @Test
  void whatCameBeforeAFailureIsNotAskedAgain() {
    server.observations(11, 1, 500);
    server.inTrouble(
        asked ->
            asked.target().contains("id_above=200")
                ? Optional.of(Answer.of(403, "<html>Forbidden</html>"))
                : Optional.empty());
    assertThat(ask("--observations=300")).isEqualTo(1);
    assertThat(photocat.said())
        .contains("it answers with something else than data")
        .contains("hint: ");
    assertThat(photocat.rows("FROM candidates")).isEmpty();
    int before = server.asked().size();
    server.inTrouble(asked -> Optional.empty());

    assertThat(ask("--observations=300")).as(photocat.said()).isZero();

    assertThat(photocat.said()).startsWith("going on with 2 answers of an ingest");
    assertThat(server.asked().subList(before, server.asked().size())).hasSize(2);
    assertThat(photocat.rows("SELECT count(*) FROM candidates")).containsExactly("300");
    assertThat(photocat.rows("FROM kept_answers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--place=8|1|it knows no place 8|hint: look the number up",
        "--d1=2026-02-01,--d2=2026-01-01|2|--d1 2026-02-01 is after --d2 2026-01-01|hint: give",
        "--license=free|2|--license has \"free\"|hint: give any, arr, or some of",
        "--quality=good|2|--quality is \"good\"|hint: give one of research, needs_id, casual, any",
        "--observations=0|2|--observations is 0|hint: give 1 or more",
        "--species=no.csv|1|no.csv: there is no such file|",
        "--species=columns.csv|1|columns.csv|hint: ",
        "--species=empty.csv|1|names no species|hint: ",
        "--from-shortlist|1|the shortlist is empty|hint: run 'shortlist load FILE' first",
        "--species=strangers.csv|1|iNaturalist knows none of its 2 names; Nix nix: |",
      })
  void saysWhatIsWrong(String options, int exitCode, String message, String hint)
      throws IOException {
    Files.writeString(folder.resolve("columns.csv"), "colour,weight\nred,2\n");
    Files.writeString(folder.resolve("empty.csv"), "name,start_id\n");
    Files.writeString(folder.resolve("strangers.csv"), "name\nNix nix\nNox nox\n");

    assertThat(ask(options.split(","))).as(photocat.said()).isEqualTo(exitCode);

    assertThat(photocat.said()).contains(message);
    if (hint != null) {
      assertThat(photocat.said()).contains(hint);
    }
    assertThat(photocat.rows("FROM snapshots")).isEmpty();
  }

  private int ask(String... options) {
    return photocat.run(
        Stream.concat(
                Stream.of("ingest", "inat-api", "--api=" + server.address()), Stream.of(options))
            .toArray(String[]::new));
  }
}
