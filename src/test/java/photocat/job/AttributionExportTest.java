package photocat.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.RowReader;
import photocat.catalog.Session;
import photocat.model.PhotocatException;

final class AttributionExportTest {
  private static final String HEADER =
      "wfo_taxon_id,wfo_scientific_name,original_name,photo_filename,photo_url,license,login,observer_name,width,height,"
          + "area_pixels,rank,license_url,credit,file_name\n";

  private final Catalog catalog = Catalog.inMemory();
  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    sql(
        """
        INSERT INTO manifests VALUES (1, 'mine', '{}', 1, 2, 3, now()), (2, 'other', '{}', 1, 1, 1, now());
        """);
    sql(
        """
        INSERT INTO manifest_photos
        SELECT m, id, key, name, name, 'duke', slug, slug || '/' || photo || '_large.jpg', id, photo, 7, uuid(), 'research', NULL,
               'https://x/' || photo || '/large.jpg', 'CC-BY', 'ann', observer, '© Ann, some rights reserved (CC-BY)', 50000, 60000
        FROM (VALUES
            (1, 2, 'k2', 'Viola "alba", L.', 'viola_alba', 12, 'Ann' || chr(10) || 'Bee 🌿'),
            (1, 1, 'k1', 'Apis mellifera', 'apis_mellifera', 11, NULL),
            (1, 3, 'k2', 'Viola "alba", L.', 'viola_alba', 13, ''),
            (2, 1, 'k1', 'Apis mellifera', 'apis_mellifera', 99, NULL)) AS t (m, id, key, name, slug, photo, observer);
        """);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void writesOneFileInTheOrderOfTheManifest() throws Exception {
    Path file = folder.resolve("new/attribution.csv");

    AttributionExport.Written written = new AttributionExport(catalog).write("mine", file, false);

    assertThat(written).isEqualTo(new AttributionExport.Written(3, 1));
    assertThat(file)
        .content()
        .isEqualTo(
            HEADER
                + """
                k1,Apis mellifera,Apis mellifera,11_large.jpg,https://x/11/large.jpg,CC-BY,ann,,50000,60000,3000000000,1,https://creativecommons.org/licenses/by/4.0/,"© Ann, some rights reserved (CC-BY)",apis_mellifera/11_large.jpg
                k2,"Viola ""alba"", L.","Viola ""alba"", L.",12_large.jpg,https://x/12/large.jpg,CC-BY,ann,"Ann
                Bee 🌿",50000,60000,3000000000,2,https://creativecommons.org/licenses/by/4.0/,"© Ann, some rights reserved (CC-BY)",viola_alba/12_large.jpg
                k2,"Viola ""alba"", L.","Viola ""alba"", L.",13_large.jpg,https://x/13/large.jpg,CC-BY,ann,"",50000,60000,3000000000,3,https://creativecommons.org/licenses/by/4.0/,"© Ann, some rights reserved (CC-BY)",viola_alba/13_large.jpg
                """);
  }

  @Test
  void writesOneFileInEachTaxonsFolder() throws Exception {
    AttributionExport.Written written = new AttributionExport(catalog).write("mine", folder, true);

    assertThat(written).isEqualTo(new AttributionExport.Written(3, 2));
    assertThat(folder.resolve("apis_mellifera/license_manifest.csv"))
        .content()
        .startsWith(HEADER + "k1,")
        .doesNotContain("k2");
    assertThat(folder.resolve("viola_alba/license_manifest.csv"))
        .content()
        .startsWith(HEADER + "k2,");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void keepsTheOrderOfAManifestThatIsReadInSlices() throws Exception {
    sql("INSERT INTO manifests VALUES (3, 'large', '{}', 1, 25, 250000, now())");
    sql(
        """
        INSERT INTO manifest_photos
        SELECT 3, i, 'k', 'Apis', 'Apis', 'duke', 'taxon_' || (i // 10001), 'f/' || i, i, i, 7, uuid(), 'research', NULL,
               'https://x/', 'CC-BY', 'ann', NULL, '© Ann', 1, 1
        FROM range(250000, 0, -1) AS t (i)
        """);

    new AttributionExport(catalog).write("large", folder.resolve("one.csv"), false);
    AttributionExport.Written written =
        new AttributionExport(catalog).write("large", folder.resolve("photos"), true);

    List<String> names =
        Files.readAllLines(folder.resolve("one.csv")).stream()
            .map(line -> line.split(",", -1)[3])
            .toList();
    assertThat(names)
        .hasSize(250_001)
        .startsWith("photo_filename", "1", "2")
        .endsWith("250000")
        .isEqualTo(
            Stream.concat(
                    Stream.of("photo_filename"),
                    IntStream.rangeClosed(1, 250_000).mapToObj(Integer::toString))
                .toList());
    assertThat(written).isEqualTo(new AttributionExport.Written(250_000, 25));
    assertThat(Files.readAllLines(folder.resolve("photos/taxon_9/license_manifest.csv")))
        .hasSize(10_002);
  }

  @Test
  void namesTheManifestThatDoesNotExist() {
    assertThatThrownBy(() -> new AttributionExport(catalog).write("none", folder, true))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot export attribution: no manifest none");
  }

  @Test
  void leavesTheOldFileWhenTheNewOneCannotBeWritten() throws Exception {
    Path occupied = Files.writeString(folder.resolve("file"), "old");

    assertThatThrownBy(
            () -> new AttributionExport(catalog).write("mine", occupied.resolve("a.csv"), false))
        .isInstanceOf(PhotocatException.class)
        .hasMessageStartingWith("cannot write " + occupied.resolve("a.csv"));
    assertThat(occupied).hasContent("old");
  }

  @Test
  void saysInWordsWhyAFolderCannotBeFilled() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "a file");

    assertThatThrownBy(() -> new AttributionExport(catalog).write("mine", file, true))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot write %s/apis_mellifera/license_manifest.csv: Not a directory", file);
  }

  /** A device or pipe that is named stays what it is. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void writesIntoAPipeRatherThanInItsPlace() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    FutureTask<String> reader = new FutureTask<>(() -> Files.readString(pipe));
    new Thread(reader, "reader").start();

    new AttributionExport(catalog).write("mine", pipe, false);

    assertThat(reader.get(10, TimeUnit.SECONDS)).startsWith(HEADER).hasLineCount(5);
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
  }

  private void sql(String statement) {
    try (Session session = catalog.openSession()) {
      session.execute(statement, List.of(), new RowReader(row -> true));
    }
  }
}
