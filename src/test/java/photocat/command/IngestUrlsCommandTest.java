package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of addresses from the file to the manifest. */
final class IngestUrlsCommandTest {
  private static final String PHOTOS =
      """
      url,label,license,photographer,camera,width,height
      https://h.example/a.jpg,Quercus robur,CC BY 4.0,Ann,Nikon,3000,2000
      https://h.example/b.png,Quercus robur L.,http://creativecommons.org/licenses/by-nc/2.0/,Bob,,800,600
      https://h.example/c,Apis_mellifera,cc0,Cid,"Canon, EOS",x,
      https://h.example/d.mp3,Apis mellifera,cc0,Dan,,,
      C:\\photos\\e.jpg,Apis mellifera,cc0,Eve,,,
      https://h.example/f.jpg,a dog,,Fay,,,
      """;

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void write() throws IOException {
    photocat = new CommandRunner(folder);
    Files.writeString(folder.resolve("photos.csv"), PHOTOS);
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  @Test
  void keepsEveryRowAndTellsWhatItTook() {
    photocat.done("ingest", "urls", "photos.csv");

    assertThat(photocat.said())
        .startsWith(
            "address from url; label from label; license from license; creator from photographer;"
                + " width from width; height from height\n"
                + "warning: 1 row has no address that could be fetched")
        .contains("ingested list photos, 6 rows of 1 file in ")
        .endsWith(": 4 photos, 3 of them under an open licence, with 3 labels");
    assertThat(
            photocat.rows(
                """
                SELECT line, url, kind, license, license_version, observer_name, scientific_name, width, height, has_address, camera
                FROM candidates_urls ORDER BY line
                """))
        .containsExactly(
            "2|https://h.example/a.jpg|still_image|CC-BY|4.0|Ann|Quercus robur|3000|2000|true|Nikon",
            "3|https://h.example/b.png|still_image|CC-BY-NC|2.0|Bob|Quercus robur L.|800|600|true|null",
            "4|https://h.example/c|still_image|CC0|1.0|Cid|Apis mellifera|null|null|true|Canon, EOS",
            "5|https://h.example/d.mp3|sound|CC0|1.0|Dan|Apis mellifera|null|null|true|null",
            "6|C:\\photos\\e.jpg|still_image|CC0|1.0|Eve|Apis mellifera|null|null|false|null",
            "7|https://h.example/f.jpg|still_image|UNKNOWN|null|Fay|a dog|null|null|true|null");
    assertThat(
            photocat.rows(
                "SELECT taxon_key, name, canonical_name, rank FROM taxa WHERE source = 'urls' ORDER BY ALL"))
        .containsExactly(
            "Apis mellifera|Apis mellifera|apis mellifera|species",
            "Quercus robur|Quercus robur|quercus robur|species",
            "a dog|a dog|a dog|label");
  }

  @Test
  void aManifestIsBuiltOfItAsOfAnySource() throws IOException {
    photocat.run("ingest", "urls", "photos.csv");
    Files.writeString(folder.resolve("list.txt"), "Quercus robur\nApis mellifera\na dog\n");
    photocat.done("shortlist", "load", "list.txt");
    photocat.done("match", "--rank", "species,label");

    photocat.done("manifest", "build", "m", "--from", "urls");

    assertThat(
            photocat.rows(
                """
                SELECT regexp_extract(file_name, '^[^/]*/') AS folder, url, license, creator, credit
                FROM manifest_photos ORDER BY ALL
                """))
        .containsExactly(
            "apis_mellifera/|https://h.example/c|CC0|Cid|Cid, no rights reserved (CC0)",
            "quercus_robur/|https://h.example/a.jpg|CC-BY|Ann|(c) Ann, some rights reserved (CC BY)",
            "quercus_robur/|https://h.example/b.png|CC-BY-NC|Bob|(c) Bob, some rights reserved (CC BY-NC)");
    photocat.done("manifest", "build", "labels", "--from", "urls", "--label", "taxon");
    assertThat(
            photocat.rows(
                """
                SELECT DISTINCT regexp_extract(file_name, '^[^/]*/') AS folder
                FROM manifest_photos JOIN manifests USING (manifest_id) WHERE name = 'labels' ORDER BY ALL
                """))
        .containsExactly("apis_mellifera/", "quercus_robur/");
    photocat.done("manifest", "build", "nikon", "--where", "camera = 'Nikon'");
    assertThat(photocat.rows("SELECT photos FROM manifests WHERE name = 'nikon'"))
        .containsExactly("1");
    photocat.done("manifest", "build", "large", "--where", "width > 1000");
    assertThat(photocat.rows("SELECT photos FROM manifests WHERE name = 'large'"))
        .containsExactly("1");
    photocat.done("manifest", "build", "dogs", "--license", "UNKNOWN");
    assertThat(photocat.rows("SELECT photos FROM manifests WHERE name = 'dogs'"))
        .containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource({
    "Quercus robur, species",
    "Salix × fragilis L., species",
    "× Agropogon littoralis, species",
    "Fagus sylvatica orientalis, subspecies",
    "Salix × fragilis vitellina, subspecies",
    "Fagus sylvatica var. purpurea, variety",
    "Quercus robur × Q. petraea, hybrid",
    "Quercus robur x petraea, hybrid",
    "Quercus_robur_x_petraea, hybrid",
    "Quercus, label"
  })
  void ranksFollowTheFormOfTheLabel(String label, String rank) throws IOException {
    Files.writeString(folder.resolve("one.csv"), "url,label\nhttps://h.example/a.jpg," + label);

    photocat.done("ingest", "urls", "one.csv");

    assertThat(photocat.rows("SELECT rank FROM taxa WHERE source = 'urls'")).containsExactly(rank);
  }
}
