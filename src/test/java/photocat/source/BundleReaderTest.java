package photocat.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;

/** What a good bundle gives, in each of its forms. */
final class BundleReaderTest {
  @TempDir Path temp;
  private Path file;
  private Path work;

  @BeforeEach
  void places() {
    file = temp.resolve("bundle.tar.gz");
    work = temp.resolve("work");
  }

  @Test
  void readsAGzippedTar() throws IOException {
    byte[] bundle = TestBundle.sixTables().tarGz();
    Files.write(file, bundle);

    ReadBundle read = ReadBundle.of(file, work);

    assertThat(read.text())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                BundleTable.TAXA, TestBundle.TAXA,
                BundleTable.OBSERVERS, TestBundle.OBSERVERS,
                BundleTable.OBSERVATIONS, TestBundle.OBSERVATIONS,
                BundleTable.PHOTOS, TestBundle.PHOTOS,
                BundleTable.PROJECTS, "project_id\ttitle\tslug\n7\tTrees\ttrees\n",
                BundleTable.OBSERVATIONS_PROJECTS,
                    "observation_uuid\tproject_id\n526ababd-aff2-4ce8-b111-d8013b9d8b42\t7\n"));
    assertThat(read.pieces()).allMatch(TablePiece::last);
    assertThat(read.snapshotDate()).contains(LocalDate.of(2026, 9, 27));
    assertThat(read.notes()).isEmpty();
    assertThat(read.readBytes()).isEqualTo(bundle.length);
    assertThat(work).doesNotExist();
  }

  @Test
  void tellsAPlainTarByItsContent() throws IOException {
    Files.write(file, TestBundle.fourTables().tar());

    ReadBundle read = ReadBundle.of(file, work);

    assertThat(read.text()).containsEntry(BundleTable.PHOTOS, TestBundle.PHOTOS).hasSize(4);
  }

  @Test
  void readsAFolderOfPlainAndGzippedFilesWhateverTheirNames() throws IOException {
    Path folder =
        new TestBundle()
            .with("taxa.csv.gz", TestBundle.gzip(TestBundle.TAXA.getBytes(UTF_8)))
            .with("observers.csv.gz", TestBundle.OBSERVERS)
            .with("observations.csv", TestBundle.OBSERVATIONS)
            .with("photos.csv", TestBundle.gzip(TestBundle.PHOTOS.getBytes(UTF_8)))
            .folder(temp.resolve("inaturalist-open-data-20250827"));

    ReadBundle read = ReadBundle.of(folder, work);

    assertThat(read.text())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                BundleTable.TAXA, TestBundle.TAXA,
                BundleTable.OBSERVERS, TestBundle.OBSERVERS,
                BundleTable.OBSERVATIONS, TestBundle.OBSERVATIONS,
                BundleTable.PHOTOS, TestBundle.PHOTOS));
    assertThat(read.snapshotDate()).contains(LocalDate.of(2025, 8, 27));
    assertThat(folder.resolve("photos.csv")).exists();
  }

  @Test
  void takesObservationsWithoutAnomalyScore() throws IOException {
    String old =
        """
        observation_uuid\tobserver_id\tlatitude\tlongitude\tpositional_accuracy\ttaxon_id\tquality_grade\tobserved_on
        526ababd-aff2-4ce8-b111-d8013b9d8b42\t1\t\t\t\t\tcasual\t
        """;
    Files.write(
        file, TestBundle.fourTables().with(TestBundle.FOLDER + "observations.csv", old).tarGz());

    ReadBundle read = ReadBundle.of(file, work);

    assertThat(read.text()).containsEntry(BundleTable.OBSERVATIONS, old);
    assertThat(piece(read, BundleTable.OBSERVATIONS).columns())
        .hasSize(8)
        .doesNotContain("anomaly_score");
  }

  @Test
  void cutsATableIntoPiecesOfWholeRows() throws IOException {
    StringBuilder observers = new StringBuilder("observer_id\tlogin\tname\n");
    for (int id = 1; observers.length() < 9_000_000; id++) {
      observers.append(id).append("\tuser_").append(id).append("\tName ").append(id).append('\n');
    }
    Files.write(
        file,
        TestBundle.fourTables()
            .with(TestBundle.FOLDER + "observers.csv", observers.toString())
            .tarGz());

    ReadBundle read = ReadBundle.of(file, work);

    List<TablePiece> pieces =
        read.pieces().stream().filter(p -> p.table() == BundleTable.OBSERVERS).toList();
    assertThat(read.text().get(BundleTable.OBSERVERS)).isEqualTo(observers.toString());
    assertThat(pieces).hasSizeBetween(5, 9);
    assertThat(pieces.subList(0, pieces.size() - 1))
        .allMatch(piece -> piece.bytes() >= 1 << 20 && piece.bytes() < 3 << 20 && !piece.last());
    assertThat(pieces.get(pieces.size() - 1).last()).isTrue();
  }

  @Test
  void takesTheLastRowWithoutALineFeed() throws IOException {
    Files.write(
        file,
        TestBundle.fourTables()
            .with(TestBundle.FOLDER + "observers.csv", "observer_id\tlogin\tname\n1\ta\t\n2\tb\tB")
            .tarGz());

    ReadBundle read = ReadBundle.of(file, work);

    assertThat(piece(read, BundleTable.OBSERVERS).rows()).isEqualTo(2);
    assertThat(read.text().get(BundleTable.OBSERVERS)).endsWith("2\tb\tB");
  }

  @Test
  void givesATableWithoutRowsAsOneEmptyPiece() throws IOException {
    Files.write(
        file,
        TestBundle.fourTables()
            .with(TestBundle.FOLDER + "projects.csv", "project_id\ttitle\tslug\n")
            .with(TestBundle.FOLDER + "observers.csv", "observer_id\tlogin\tname")
            .tarGz());

    ReadBundle read = ReadBundle.of(file, work);

    assertThat(piece(read, BundleTable.PROJECTS).rows()).isZero();
    assertThat(piece(read, BundleTable.OBSERVERS).rows()).isZero();
  }

  @Test
  void keepsQuotesBackslashesCarriageReturnsAndBrokenTextAsTheyAre() throws IOException {
    byte[] header = "observer_id\tlogin\tname\n".getBytes(UTF_8);
    byte[] row = {'1', '\t', '"', '\\', '\t', (byte) 0xff, '\r', '\n'};
    byte[] table = new byte[header.length + row.length];
    System.arraycopy(header, 0, table, 0, header.length);
    System.arraycopy(row, 0, table, header.length, row.length);
    Files.write(
        file, TestBundle.fourTables().with(TestBundle.FOLDER + "observers.csv", table).tarGz());
    BundleRequest request =
        new BundleRequest(file.toString(), RemoteSettings.DEFAULTS, Optional.of(work), 1 << 20);

    byte[] found = {};
    try (BundleReader reader =
        BundleReader.open(request, new Cancellation(), (read, total) -> {})) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get().table() == BundleTable.OBSERVERS) {
          found = Files.readAllBytes(next.get().file());
        }
      }
    }

    assertThat(found).isEqualTo(table);
  }

  @Test
  void ignoresOtherFilesWithANote() throws IOException {
    TestBundle bundle =
        TestBundle.fourTables()
            .with(TestBundle.FOLDER + "README.md", "hello")
            .with(TestBundle.FOLDER + "._taxa.csv", "of a Mac")
            .with(TestBundle.FOLDER + "\u001b[2Jsounds.csv", "sound_id\n");
    Files.write(file, bundle.tarGz());

    ReadBundle read = ReadBundle.of(file, work);

    assertThat(read.text()).hasSize(4);
    assertThat(read.notes())
        .containsExactly(
            "ignored 'inaturalist-open-data-20260927/README.md', which is none of the bundle's tables",
            "ignored 'inaturalist-open-data-20260927/._taxa.csv', which is none of the bundle's tables",
            "ignored 'inaturalist-open-data-20260927/?[2Jsounds.csv', which is none of the bundle's"
                + " tables");
  }

  @Test
  void neverUsesAnEntrysNameAsAPath() throws IOException {
    TestBundle bundle =
        new TestBundle()
            .with("/" + temp.resolve("absolute") + "/taxa.csv", TestBundle.TAXA)
            .with("../../../../../../../../" + temp + "/up/observers.csv", TestBundle.OBSERVERS)
            .with("observations.csv", TestBundle.OBSERVATIONS)
            .with("a/../b/photos.csv", TestBundle.PHOTOS);
    Files.write(file, bundle.tarGz());

    ReadBundle read = ReadBundle.of(file, work);

    assertThat(read.text()).hasSize(4);
    assertThat(temp.toFile().list()).containsExactly("bundle.tar.gz");
  }

  @Test
  void removesWhatAKilledRunLeftButNothingElse() throws IOException {
    Files.createDirectories(work);
    Files.writeString(work.resolve("piece-9.tsv"), "left over");
    Files.writeString(work.resolve("mine.txt"), "keep");
    Files.write(file, TestBundle.fourTables().tarGz());

    ReadBundle.of(file, work);

    assertThat(work.toFile().list()).containsExactly("mine.txt");
  }

  private static TablePiece piece(ReadBundle read, BundleTable table) {
    return read.pieces().stream().filter(p -> p.table() == table).findFirst().orElseThrow();
  }
}
