package photocat.job.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.RowReader;
import photocat.catalog.Session;
import photocat.file.Outputs;
import photocat.file.Writing;
import photocat.model.Cancellation;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

final class AttributionExportTest {
  private static final String HEADER =
      "wfo_taxon_id,wfo_scientific_name,original_name,photo_filename,photo_url,license,login,observer_name,width,height,"
          + "area_pixels,rank,license_url,credit,file_name,photo_id,photo_page,observation_page\n";

  private final Catalog catalog = NewCatalog.inMemory();
  private final Cancellation stop = new Cancellation();
  private int begun;
  private int stopWithFile = -1;
  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    sql(
        """
        INSERT INTO manifests VALUES (1, 'mine', '{}', 1, 2, 3, now()), (2, 'other', '{}', 1, 1, 1, now());
        """);
    sql(
        """
        INSERT INTO manifest_photos BY NAME
        SELECT m AS manifest_id, id AS file_id, key AS taxon_key, name AS scientific_name, name AS original_name,
               'duke' AS name_source, slug, slug || '/' || photo || '_large.jpg' AS file_name, id AS rank,
               'inat-open-data' AS source, photo AS photo_id, 7 AS taxon_id,
               '00000000-0000-0000-0000-0000000000' || photo AS observation_id, 'research' AS quality_grade,
               'https://x/' || photo || '/large.jpg' AS url, 'CC-BY' AS license,
               'ann' AS login, observer AS observer_name,
               '(c) Ann, some rights reserved (CC BY)' AS credit, 50000 AS width, 60000 AS height, 'Ann' AS creator
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

    AttributionExport.Written written = write("mine", file, false);

    assertThat(written).isEqualTo(new AttributionExport.Written(3, 1));
    assertThat(file)
        .content()
        .isEqualTo(
            HEADER
                + """
                k1,Apis mellifera,Apis mellifera,11_large.jpg,https://x/11/large.jpg,CC-BY,ann,,50000,60000,3000000000,1,https://creativecommons.org/licenses/by/4.0/,"(c) Ann, some rights reserved (CC BY)",apis_mellifera/11_large.jpg,11,https://www.inaturalist.org/photos/11,https://www.inaturalist.org/observations/00000000-0000-0000-0000-000000000011
                k2,"Viola ""alba"", L.","Viola ""alba"", L.",12_large.jpg,https://x/12/large.jpg,CC-BY,ann,"Ann
                Bee 🌿",50000,60000,3000000000,2,https://creativecommons.org/licenses/by/4.0/,"(c) Ann, some rights reserved (CC BY)",viola_alba/12_large.jpg,12,https://www.inaturalist.org/photos/12,https://www.inaturalist.org/observations/00000000-0000-0000-0000-000000000012
                k2,"Viola ""alba"", L.","Viola ""alba"", L.",13_large.jpg,https://x/13/large.jpg,CC-BY,ann,"",50000,60000,3000000000,3,https://creativecommons.org/licenses/by/4.0/,"(c) Ann, some rights reserved (CC BY)",viola_alba/13_large.jpg,13,https://www.inaturalist.org/photos/13,https://www.inaturalist.org/observations/00000000-0000-0000-0000-000000000013
                """);
  }

  @Test
  void writesOneFileInEachTaxonsFolder() throws Exception {
    AttributionExport.Written written = write("mine", folder, true);

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
        INSERT INTO manifest_photos BY NAME
        SELECT 3 AS manifest_id, i AS file_id, 'k' AS taxon_key, 'Apis' AS scientific_name, 'Apis' AS original_name,
               'duke' AS name_source, 'taxon_' || (i // 10001) AS slug, 'f/' || i AS file_name, i AS rank,
               'inat-open-data' AS source, i AS photo_id, 'https://x/' AS url, 'CC-BY' AS license, '(c) Ann' AS credit
        FROM range(250000, 0, -1) AS t (i)
        """);

    write("large", folder.resolve("one.csv"), false);
    AttributionExport.Written written = write("large", folder.resolve("photos"), true);

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
    assertThatThrownBy(() -> write("none", folder, true))
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot export attribution: no manifest none");
  }

  @Test
  void leavesTheOldFileWhenTheNewOneCannotBeWritten() throws Exception {
    Path occupied = Files.writeString(folder.resolve("file"), "old");

    assertThatThrownBy(() -> write("mine", occupied.resolve("a.csv"), false))
        .isInstanceOf(PhotocatException.class)
        .hasMessageStartingWith("cannot write " + occupied.resolve("a.csv"));
    assertThat(occupied).hasContent("old");
  }

  @Test
  void saysInWordsWhyAFolderCannotBeFilled() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "a file");

    assertThatThrownBy(() -> write("mine", file, true))
        .isInstanceOf(PhotocatException.class)
        .hasMessage(
            "cannot write %1$s/apis_mellifera/license_manifest.csv: %1$s is a file, not a folder",
            file);
  }

  /** A device or pipe that is named stays what it is. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void writesIntoAPipeRatherThanInItsPlace() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    FutureTask<String> reader = new FutureTask<>(() -> Files.readString(pipe));
    new Thread(reader, "reader").start();

    write("mine", pipe, false);

    assertThat(reader.get(10, TimeUnit.SECONDS)).startsWith(HEADER).hasLineCount(5);
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
  }

  @Test
  void leavesNothingOfSeveralFilesWhenItIsStopped() throws Exception {
    stopWithFile = 2;

    assertThatThrownBy(() -> write("mine", folder.resolve("new"), true))
        .isInstanceOfSatisfying(
            PhotocatException.class, e -> assertThat(e.kind()).isEqualTo(ExitStatus.INTERRUPTED));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void replacesItsOwnFilesAndNoOthers() throws Exception {
    Path own = folder.resolve("own.csv");
    write("mine", own, false);
    Path foreign = Files.writeString(folder.resolve("foreign.csv"), "credits of mine\n");
    Path taken = Files.createDirectories(folder.resolve("viola_alba"));
    Files.writeString(taken.resolve("license_manifest.csv"), "my notes\n");

    assertThat(write("mine", own, false).photos()).isEqualTo(3);
    assertThatThrownBy(() -> write("mine", foreign, false))
        .isInstanceOfSatisfying(
            PhotocatException.class, e -> assertThat(e.hint()).contains("--force replaces it"))
        .hasMessage("cannot write %s: it is there already", foreign);
    assertThatThrownBy(() -> write("mine", folder, true)).hasMessageContaining("viola_alba");

    assertThat(foreign).hasContent("credits of mine");
    assertThat(taken.resolve("license_manifest.csv")).hasContent("my notes");
    assertThat(folder.resolve("apis_mellifera")).doesNotExist();
    export().write("mine", target(foreign, false, true));
    assertThat(foreign).content().startsWith(HEADER).hasLineCount(5);
  }

  @Test
  void defusesWhatASpreadsheetWouldRun() throws Exception {
    sql("UPDATE manifest_photos SET login = '=cmd|x', observer_name = '@me', original_name = '-1'");
    Path file = folder.resolve("safe.csv");

    export()
        .write("mine", new AttributionExport.Target(file, false, Writing.of("write", false), true));

    assertThat(Files.readAllLines(file).get(1))
        .startsWith("k1,Apis mellifera,'-1,11_large.jpg,")
        .contains(",'=cmd|x,'@me,50000,");
  }

  @Test
  void creditsByTitleAuthorSourceAndLicence() {
    sql("UPDATE manifest_photos SET license = ['CC0', 'PD', 'UNKNOWN'][file_id]");
    sql("UPDATE manifest_photos SET license = 'CC-BY-NC' WHERE manifest_id = 2");

    assertThat(taslCredits("mine"))
        .containsExactly(
            "\"Apis mellifera\" (https://www.inaturalist.org/photos/11) by Ann is marked with CC0 1.0"
                + " (https://creativecommons.org/publicdomain/zero/1.0/)",
            "\"Viola \"alba\", L.\" (https://www.inaturalist.org/photos/12) by Ann has no known"
                + " copyright restrictions (https://en.wikipedia.org/wiki/Public_domain)",
            "\"Viola \"alba\", L.\" (https://www.inaturalist.org/photos/13) by Ann is under an unknown"
                + " licence");
    assertThat(taslCredits("other"))
        .containsExactly(
            "\"Apis mellifera\" (https://www.inaturalist.org/photos/99) by Ann is licensed under"
                + " CC BY-NC 4.0 (https://creativecommons.org/licenses/by-nc/4.0/)");
  }

  private List<String> taslCredits(String manifest) {
    List<String> credits = new ArrayList<>();
    int[] column = new int[1];
    export(CreditForm.TASL)
        .write(
            manifest,
            new RowSink() {
              @Override
              public void columns(List<Column> columns) {
                column[0] = columns.stream().map(Column::name).toList().indexOf("credit");
              }

              @Override
              public boolean row(List<@Nullable Object> values) {
                return credits.add(String.valueOf(values.get(column[0])));
              }
            });
    return credits;
  }

  private AttributionExport.Written write(String manifest, Path target, boolean perTaxon) {
    return export().write(manifest, target(target, perTaxon, false));
  }

  private AttributionExport export() {
    return export(CreditForm.INAT);
  }

  private AttributionExport export(CreditForm form) {
    return new AttributionExport(
        catalog, new Outputs(this::databases, Optional.empty(), new Cancellation()), form, stop);
  }

  /** Asked for whenever a file is begun. */
  private List<Path> databases() {
    begun++;
    if (begun == stopWithFile) {
      stop.cancel();
    }
    return List.of();
  }

  private static AttributionExport.Target target(Path path, boolean perTaxon, boolean force) {
    return new AttributionExport.Target(path, perTaxon, Writing.of("write", force), false);
  }

  private void sql(String statement) {
    try (Session session = catalog.openSession()) {
      session.execute(statement, List.of(), new RowReader(row -> true));
    }
  }
}
