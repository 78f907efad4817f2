package photocat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.fetch.PhotoServer;
import photocat.image.SamplePhotos;

final class CollectCommandTest {
  private static final byte[] PHOTO = SamplePhotos.jpeg(1, 60, 40);

  @TempDir private Path folder;
  private CommandRunner photocat;
  private PhotoServer server;

  @BeforeEach
  void open() throws IOException {
    writeBundle();
    write("list.csv", "key,name\nk1,Bellis perennis\nk2,Apis mellifera\nk3,Nomen falsum\n");
    photocat = new CommandRunner(folder);
    server = new PhotoServer().onAny(PhotoServer.ok(PHOTO));
  }

  @AfterEach
  void close() throws IOException {
    photocat.close();
    server.close();
  }

  @Test
  void goesFromAListOfNamesToPhotosAndCredits() throws IOException {
    int exitCode = collect("list.csv");

    assertThat(exitCode).isZero();
    assertThat(photocat.data())
        .containsExactly(
            "taxa wanted|3|null",
            "taxa matched|2|null",
            "taxa with photos|2|null",
            "photos chosen|3|null",
            "photos there|3|in " + folder.resolve("out/photos"),
            "photos missing|0|null",
            "files wrong|0|null",
            "credits|3|in " + folder.resolve("out/attribution.csv"));
    assertThat(folder.resolve("out/photos/apis_mellifera/3_large.jpg")).hasBinaryContent(PHOTO);
    assertThat(Files.readAllLines(folder.resolve("out/attribution.csv"))).hasSize(4);
    assertThat(photocat.rows("SELECT name, photos FROM manifests")).containsExactly("list|3");
  }

  @Test
  void goesOnWhereItWasWithoutFetchingOrBuildingAnewOrReadingTheBundle() throws IOException {
    server.on("/photos/2/large.jpg", PhotoServer.status(403), PhotoServer.ok(PHOTO));
    int first = collect("list.csv");
    Files.delete(folder.resolve("bundle/photos.csv"));
    photocat.run("download", "retry", "list", "--allow-private-hosts", base());

    int second = collect("list.csv");

    assertThat(first).isEqualTo(3);
    assertThat(second).isZero();
    assertThat(photocat.data()).contains("photos missing|0|null");
    assertThat(server.paths()).filteredOn("/photos/1/large.jpg"::equals).hasSize(1);
    assertThat(photocat.rows("SELECT manifest_id, name FROM manifests")).containsExactly("1|list");
    assertThat(photocat.rows("SELECT count(*) FROM snapshots")).containsExactly("1");
  }

  @Test
  void saysWhatIsMissingAndWhy() {
    server.on("/photos/2/large.jpg", PhotoServer.status(404));

    int exitCode = collect("list.csv");

    assertThat(exitCode).isEqualTo(3);
    assertThat(photocat.data())
        .contains("photos there|2|in " + folder.resolve("out/photos"))
        .anyMatch(
            row -> row.startsWith("photos missing|1|1 gone ") && row.endsWith("'run failures'"));
  }

  @Test
  void buildsTheNextVersionOfAManifestWhenAnotherChoiceIsAsked() throws IOException {
    collect("list.csv");

    int exitCode = collect("list.csv", "--top", "1");

    assertThat(exitCode).isZero();
    assertThat(photocat.said())
        .contains(
            "manifest list: the choice before is kept as list.1; 1 row is not wanted now, 0 new");
    assertThat(photocat.rows("SELECT name, photos FROM manifests ORDER BY manifest_id"))
        .containsExactly("list.1|3", "list|2");
    assertThat(server.paths()).hasSize(3);
    assertThat(folder.resolve("out/photos/bellis_perennis/2_large.jpg")).exists();
    collect("list.csv");
    assertThat(photocat.rows("SELECT name, photos FROM manifests ORDER BY manifest_id"))
        .containsExactly("list.1|3", "list.2|2", "list|3");
    assertThat(server.paths()).hasSize(3);
    assertThat(Files.readAllLines(folder.resolve("out/attribution.csv"))).hasSize(4);
  }

  @Test
  void goesOnAfterAnOverrideAndACorrectedTypo() throws IOException {
    write("list.csv", "name\nBellis perennis\nApis melifera\nApis melificus\n");
    collect("list.csv");
    assertThat(photocat.said())
        .endsWith(
            "next: 2 taxa are not matched; 'run unmatched' and 'run ambiguous' say why, 'override"
                + " add' decides; then collect again");
    photocat.done("override", "add", "Apis melifera", "Apis mellifera");
    write("list.csv", "name\nBellis perennis\nApis melifera\n");

    assertThat(collect("list.csv")).isZero();

    assertThat(photocat.said()).contains("shortlist: 2 taxa in list.csv (0 new, 1 gone), 0 rows");
    assertThat(photocat.data())
        .contains(
            "taxa wanted|2|null",
            "taxa matched|2|null",
            "photos there|3|in " + folder.resolve("out/photos"));
    assertThat(photocat.rows("SELECT taxon_key FROM shortlist ORDER BY ALL"))
        .containsExactly("Apis melifera", "Bellis perennis");
    assertThat(server.paths()).hasSize(3);
  }

  @Test
  void collectsNothingOfOtherLists() throws IOException {
    write("other.txt", "name\nApis mellifera\n");
    collect("list.csv");

    assertThat(collect("other.txt", "--out", "other", "--keep-shared")).isZero();

    assertThat(photocat.data()).contains("taxa wanted|1|null", "photos chosen|1|null");
    assertThat(Files.readAllLines(folder.resolve("other/attribution.csv"))).hasSize(2);
    assertThat(photocat.rows("SELECT definition ->> '$.lists' FROM manifests ORDER BY manifest_id"))
        .containsExactly("[\"list\"]", "[\"other\"]");
  }

  private int collect(String list, String... more) {
    String[] fixed = {"collect", list, "--from", "bundle", "--allow-private-hosts", base()};
    if (!List.of(more).contains("--out")) {
      return collect(
          list, Stream.concat(Stream.of("--out", "out"), Stream.of(more)).toArray(String[]::new));
    }
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return photocat.run(all);
  }

  private String base() {
    return "--photo-base-url=" + server.url("");
  }

  private void writeBundle() throws IOException {
    write(
        "bundle/taxa.csv",
        """
        taxon_id\tancestry\trank_level\trank\tname\tactive
        1\t\t10\tspecies\tBellis perennis\ttrue
        2\t\t10\tspecies\tApis mellifera\ttrue
        """);
    write("bundle/observers.csv", "observer_id\tlogin\tname\n1\tann\tAnn\n");
    StringBuilder observations =
        new StringBuilder(
            "observation_uuid\tobserver_id\tlatitude\tlongitude\tpositional_accuracy\ttaxon_id\tquality_grade\tobserved_on\tanomaly_score\n");
    StringBuilder photos =
        new StringBuilder(
            "photo_uuid\tphoto_id\tobservation_uuid\tobserver_id\textension\tlicense\twidth\theight\tposition\n");
    for (int photo = 1; photo <= 3; photo++) {
      String uuid = "00000000-0000-0000-0000-00000000000" + photo;
      observations.append(
          uuid + "\t1\t1.0\t2.0\t\t" + (photo == 3 ? 2 : 1) + "\tresearch\t2024-05-01\t\n");
      photos.append(uuid + "\t" + photo + "\t" + uuid + "\t1\tjpg\tCC-BY\t60\t40\t0\n");
    }
    write("bundle/observations.csv", observations.toString());
    write("bundle/photos.csv", photos.toString());
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
