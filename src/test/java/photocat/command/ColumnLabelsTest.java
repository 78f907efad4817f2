package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests that are sorted by a column of their source. */
final class ColumnLabelsTest {
  private static final String ROWS =
      "SELECT taxon_key, slug, original_name, source, url FROM manifest_photos ORDER BY file_id";

  @TempDir private static Path folder;
  private static CommandRunner photocat;

  @BeforeAll
  static void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterAll
  static void close() {
    photocat.close();
  }

  @BeforeEach
  void fill() throws IOException {
    photocat.forget();
    Path archive = Files.createDirectories(folder.resolve("bees"));
    Files.writeString(
        archive.resolve("occurrence.csv"),
        """
        id,scientificName,taxonRank,kingdom,sex,split
        1,Apis mellifera,SPECIES,Animalia,FEMALE,train
        2,Apis cerana,SPECIES,Animalia,FEMALE,test
        3,Apis cerana,SPECIES,Animalia,MALE,
        4,Apis mellifera,SPECIES,Animalia,,train
        5,,,,Female/?,train
        6,Apis mellifera,SPECIES,Animalia,MALE,train
        """);
    Files.writeString(
        archive.resolve("multimedia.csv"),
        """
        id,type,identifier,license,title
        1,StillImage,https://h.example/1.jpg,CC0,a
        2,StillImage,https://h.example/2.jpg,CC0,b
        3,StillImage,https://h.example/3.jpg,CC0,b
        4,StillImage,https://h.example/4.jpg,CC0,
        5,StillImage,https://h.example/5.jpg,CC0,a
        6,StillImage,https://h.example/6.jpg,ARR,a
        """);
    photocat.done("ingest", "dwca", "bees");
  }

  @Test
  void sortsPhotosByAColumnOfTheSource() {
    photocat.done("manifest", "build", "m", "--from", "dwca", "--label", "SEX");

    assertThat(photocat.said())
        .isEqualTo("manifest m: 4 photos of 3 labels\nleft out 1 photo whose SEX is blank");
    assertThat(photocat.rows(ROWS))
        .containsExactlyInAnyOrder(
            "FEMALE|female|Apis cerana|dwca|https://h.example/2.jpg",
            "FEMALE|female|Apis mellifera|dwca|https://h.example/1.jpg",
            "Female/?|female_7ae02299|Female/?|dwca|https://h.example/5.jpg",
            "MALE|male|Apis cerana|dwca|https://h.example/3.jpg");
    assertThat(photocat.rows("SELECT definition ->> 'label' FROM manifests"))
        .containsExactly("SEX");
  }

  @Test
  void obeysAllOtherRules() {
    photocat.done(
        "manifest",
        "build",
        "m",
        "--label",
        "split",
        "--where",
        "sex <> 'MALE' OR sex IS NULL",
        "--license",
        "CC0,ARR",
        "--top",
        "2",
        "--more-than",
        "1");

    assertThat(photocat.said()).isEqualTo("manifest m: 2 photos of 1 label");
    assertThat(photocat.rows("SELECT DISTINCT taxon_key FROM manifest_photos"))
        .containsExactly("train");
  }

  @Test
  void takesColumnsOfTheMediaToo() {
    photocat.done("manifest", "build", "m", "--label", "media.title");

    assertThat(photocat.said())
        .isEqualTo("manifest m: 4 photos of 2 labels\nleft out 1 photo whose media.title is blank");
  }

  @Test
  void sortsSeveralSourcesByAColumnThatAllHave() throws IOException {
    Files.writeString(
        folder.resolve("photos.csv"),
        "url,label,license,split\nhttps://h.example/1.jpg,bee,CC0,test\nhttps://h.example/u.jpg,bee,CC0, test \n");
    photocat.done("ingest", "urls", "photos.csv");

    photocat.done("manifest", "build", "m", "--label", "split");
    assertThat(photocat.rows(ROWS))
        .containsExactlyInAnyOrder(
            "test|test|Apis cerana|dwca|https://h.example/2.jpg",
            "test|test|bee|urls|https://h.example/1.jpg",
            "test|test|bee|urls|https://h.example/u.jpg",
            "train|train|Apis mellifera|dwca|https://h.example/1.jpg",
            "train|train|Apis mellifera|dwca|https://h.example/4.jpg",
            "train|train|train|dwca|https://h.example/5.jpg");

    assertThat(photocat.run("manifest", "build", "n", "--label", "sex")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot build a manifest with --label \"sex\": urls has no such column\n"
                + "hint: --from dwca leaves out what lacks it");
  }

  @Test
  void saysWhatALabelMayBe() {
    assertThat(photocat.run("manifest", "build", "m", "--label", "specie")).isEqualTo(2);
    assertThat(photocat.said())
        .isEqualTo(
            "error: cannot build a manifest with --label \"specie\": dwca has no such column\n"
                + "hint: give one of shortlist, species, genus, family, taxon, or a column:"
                + " DESCRIBE candidates_dwca; lists them");
    assertThat(photocat.run("manifest", "build", "m", "--label", "media.nothing")).isEqualTo(2);
    assertThat(photocat.run("manifest", "build", "m", "--label", "format")).isEqualTo(1);
    assertThat(photocat.said())
        .startsWith("error: cannot build manifest m: no photo has a value in format\n");
  }
}
