package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShortlistListsTest {
  private static final String TAXA =
      "SELECT taxon_key, scientific_name, slug FROM shortlist ORDER BY ALL";
  private static final String NAMES =
      "SELECT DISTINCT taxon_key, source, original_name FROM shortlist_names ORDER BY ALL";

  @TempDir private Path folder;
  private CommandRunner photocat;

  @BeforeEach
  void open() {
    photocat = new CommandRunner(folder);
  }

  @AfterEach
  void close() {
    photocat.close();
  }

  @Test
  void replacesAListThatIsLoadedAgainAndSaysWhatChanged() throws IOException {
    write("list.csv", "key,name\n1,Apis melifera\n2,Mantis religiosa\n3,Bellis perennis\n");
    write("duke.csv", "key,original_name\n2,Mantis r.\n");
    write("other.csv", "key,name\n3,Bellis\n");
    photocat.done("shortlist", "load", "list.csv", "other.csv");
    photocat.done("shortlist", "names", "duke.csv", "--source", "duke");
    write("list.csv", "key,name\n1,Apis mellifera\n4,Quercus robur\n");

    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.said())
        .startsWith(
            "list.csv: 2 taxa (1 new, 2 gone, 1 renamed), 2 spellings new, 0 rows rejected\n");
    assertThat(photocat.rows(TAXA))
        .containsExactly(
            "1|Apis mellifera|apis_melifera",
            "3|Bellis|bellis_perennis",
            "4|Quercus robur|quercus_robur");
    assertThat(photocat.rows(NAMES))
        .containsExactly(
            "1|accepted|Apis mellifera",
            "2|duke|Mantis r.",
            "3|accepted|Bellis",
            "4|accepted|Quercus robur");
    photocat.done("shortlist", "lists");
    assertThat(photocat.data()).hasSize(2).first().asString().startsWith("list|2|");
  }

  @Test
  void replacesAListOfAnotherFileOnlyByName() throws IOException {
    Files.createDirectories(folder.resolve("b"));
    write("list.csv", "name\nApis mellifera\n");
    write("b/list.csv", "name\nMantis religiosa\n");
    photocat.done("shortlist", "load", "list.csv");

    assertThat(photocat.run("shortlist", "load", "b/list.csv")).isEqualTo(1);
    assertThat(photocat.said())
        .isEqualTo(
            """
            error: cannot load %1$s/b/list.csv: there is a list list from %1$s/list.csv
            hint: --list list replaces it, another --list adds one\
            """
                .formatted(folder));
    photocat.done("shortlist", "load", "b/list.csv", "--list", "b");
    assertThat(photocat.rows("SELECT count(*) FROM shortlist")).containsExactly("2");
    photocat.done("shortlist", "load", "b/list.csv", "--list", "list");
    assertThat(photocat.rows("SELECT taxon_key FROM shortlist"))
        .containsExactly("Mantis religiosa");
    assertThat(photocat.run("shortlist", "load", "list.csv", "b/list.csv", "--list", "x"))
        .isEqualTo(2);
  }

  @Test
  void tellsOfKeysThatListsGiveDifferentNames() throws IOException {
    write("a.csv", "key,name\n1,Apis mellifera\n2,Bellis perennis\n3,Quercus robur\n");
    write("b.csv", "key,name\n1,Mantis religiosa\n2,BELLIS perennis\n3,Quercus petraea\n");
    photocat.done("shortlist", "load", "a.csv");
    assertThat(photocat.said()).doesNotContain("warning");

    photocat.done("shortlist", "load", "b.csv");

    assertThat(photocat.said())
        .endsWith(
            "\nwarning: 2 keys have another name in another list, 1 is Mantis religiosa here and"
                + " Apis mellifera in a; 'run differing-names' lists them, 'manifest build --list"
                + " NAME' takes the names of one list");
    photocat.done("run", "differing-names");
    assertThat(photocat.data())
        .containsExactly(
            "1|a|Apis mellifera",
            "1|b|Mantis religiosa",
            "3|a|Quercus robur",
            "3|b|Quercus petraea");
  }

  @Test
  void givesATaxonTheNameOfAListThatWantsIt() throws IOException {
    write("a.csv", "key,name\n1,Apis melifera\n2,Bellis perennis\n");
    write("b.csv", "key,name\n1,Apis melifera\n2,Bellis\n");
    photocat.done("shortlist", "load", "a.csv", "b.csv");
    write("a.csv", "key,name\n1,Apis mellifera\n");
    write("b.csv", "key,name\n1,Apis mellifera\n2,Bellis\n");

    photocat.done("shortlist", "load", "a.csv");
    assertThat(photocat.rows("SELECT taxon_key, scientific_name FROM shortlist ORDER BY ALL"))
        .containsExactly("1|Apis melifera", "2|Bellis");
    photocat.done("shortlist", "load", "b.csv");
    assertThat(photocat.rows("SELECT taxon_key, scientific_name FROM shortlist ORDER BY ALL"))
        .containsExactly("1|Apis mellifera", "2|Bellis");
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
