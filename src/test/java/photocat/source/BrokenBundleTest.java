package photocat.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Each thing that can be wrong with a bundle is told in one line, and leaves nothing behind. */
final class BrokenBundleTest {
  @TempDir Path temp;
  private Path file;
  private Path work;

  @BeforeEach
  void places() {
    file = temp.resolve("bundle.tar.gz");
    work = temp.resolve("work");
  }

  @Test
  void missingTable() throws IOException {
    byte[] bundle =
        TestBundle.fourTables()
            .without(TestBundle.FOLDER + "photos.csv")
            .without(TestBundle.FOLDER + "taxa.csv")
            .tarGz();

    assertThat(failure(bundle).message())
        .isEqualTo("cannot read " + file + ": it holds no taxa.csv, photos.csv");
  }

  @Test
  void missingTableInAFolderBeforeAnythingIsRead() throws IOException {
    Path folder = new TestBundle().with("taxa.csv", "nonsense").folder(temp.resolve("tables"));

    assertThat(failure(folder).message())
        .isEqualTo(
            "cannot read " + folder + ": it holds no observers.csv, observations.csv, photos.csv");
  }

  @Test
  void unknownAndMissingColumn() throws IOException {
    byte[] bundle = withPhotos(TestBundle.PHOTOS.replace("license", "lic\u001bence"));

    PhotocatException failure = failure(bundle);

    assertThat(failure.message())
        .isEqualTo(
            "cannot read photos.csv in "
                + file
                + ": its header has no column license and the unknown column 'lic?ence'");
    assertThat(failure.hint().orElseThrow()).contains("photo_uuid, photo_id, observation_uuid");
  }

  @Test
  void columnsInAnotherOrder() throws IOException {
    byte[] bundle = withPhotos(TestBundle.PHOTOS.replace("width\theight", "height\twidth"));

    assertThat(failure(bundle).message()).endsWith(": its header has its columns in another order");
  }

  @Test
  void columnsOfOtherNames() throws IOException {
    String photos = TestBundle.PHOTOS;
    assertThat(failure(withPhotos(photos.toUpperCase(Locale.ROOT))).message())
        .contains("its header has no column photo_uuid and no column photo_id")
        .endsWith(" and the unknown column 'EXTENSION'");
    assertThat(failure(withPhotos(photos.replace("width", "license"))).message())
        .endsWith(": its header has no column width");
    assertThat(failure(withPhotos(photos.replace("width", "width\twidth"))).message())
        .endsWith(": its header has a column more than once");
    assertThat(failure(withPhotos(photos.replace("width", "width" + "\tx".repeat(92)))).message())
        .endsWith(": its header has more than 100 columns");
  }

  @Test
  void windowsLineEnds() throws IOException {
    byte[] bundle = withPhotos(TestBundle.PHOTOS.replace("\n", "\r\n"));

    assertThat(failure(bundle).message())
        .endsWith("a carriage return before its line end (the exporter writes none)");
  }

  @Test
  void emptyTable() throws IOException {
    assertThat(failure(withPhotos("")).message())
        .isEqualTo(
            "cannot read photos.csv in " + file + ": it is empty, without even a header line");
  }

  @Test
  void headerWithoutEnd() throws IOException {
    assertThat(failure(withPhotos("x".repeat(100_000))).message())
        .endsWith("photos.csv in " + file + ": its first line is too long for a header");
  }

  @Test
  void rowWithoutEnd() throws IOException {
    byte[] endless = new byte[66 << 20];
    byte[] photos = TestBundle.PHOTOS.getBytes(UTF_8);
    System.arraycopy(photos, 0, endless, 0, photos.length);
    byte[] bundle = TestBundle.fourTables().with(TestBundle.FOLDER + "photos.csv", endless).tar();

    assertThat(failure(bundle).message()).endsWith(": it has a row of more than 64 MB");
  }

  @Test
  void emptyFile() throws IOException {
    assertThat(failure(new byte[0]).message()).isEqualTo("cannot read " + file + ": it is empty");
  }

  @Test
  void neitherTarNorGzip() throws IOException {
    assertThat(failure(TestBundle.PHOTOS.getBytes(UTF_8)).message())
        .isEqualTo("cannot read " + file + ": it is no tar archive, neither gzipped nor plain");
    assertThat(failure(TestBundle.gzip(TestBundle.PHOTOS.getBytes(UTF_8))).message())
        .endsWith("it is no tar archive, neither gzipped nor plain");
  }

  @Test
  void truncatedGzip() throws IOException {
    byte[] whole = TestBundle.sixTables().tarGz();

    assertThat(failure(Arrays.copyOf(whole, whole.length - 5)).message())
        .isEqualTo("cannot read " + file + ": it ends too early, at the end of gzip data");
    assertThat(failure(Arrays.copyOf(whole, whole.length / 2)).message())
        .endsWith("it ends too early, inside gzip data");
  }

  @Test
  void truncatedTar() throws IOException {
    byte[] whole = TestBundle.fourTables().tar();

    assertThat(failure(Arrays.copyOf(whole, 1100)).message())
        .isEqualTo(
            "cannot read taxa.csv in "
                + file
                + ": it ends too early, inside a file of the tar archive");
    assertThat(failure(Arrays.copyOf(whole, 1600)).message())
        .isEqualTo(
            "cannot read " + file + ": it ends too early, before the end mark of the tar archive");
  }

  @Test
  void damagedTarHeader() throws IOException {
    byte[] tar = TestBundle.fourTables().tar();
    tar[512 + 20] ^= 1;

    assertThat(failure(tar).message())
        .isEqualTo("cannot read " + file + ": corrupt tar archive: an entry's checksum differs");
  }

  @Test
  void sameTableTwice() throws IOException {
    byte[] bundle = TestBundle.fourTables().with("other/taxa.csv", TestBundle.TAXA).tarGz();

    assertThat(failure(bundle).message())
        .isEqualTo("cannot read " + file + ": it holds taxa.csv more than once");
  }

  @Test
  void sameTablePlainAndGzipped() throws IOException {
    Path folder =
        TestBundle.fourTables().with("taxa.csv.gz", TestBundle.TAXA).folder(temp.resolve("tables"));

    assertThat(failure(folder).message())
        .isEqualTo("cannot read " + folder + ": it holds taxa.csv and taxa.csv.gz");
  }

  @Test
  void bombOfZeros() throws IOException {
    byte[] bundle = TestBundle.fourTables().with("zeros.bin", new byte[80 << 20]).tarGz();

    assertThat(failure(bundle).message())
        .isEqualTo("cannot read " + file + ": it inflates to more than 200 times its size");
  }

  @Test
  void moreFilesThanAnyBundleHas() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i <= 10_000; i++) {
        tar.putArchiveEntry(new TarArchiveEntry(i + ".txt"));
        tar.closeArchiveEntry();
      }
    }

    assertThat(failure(bytes.toByteArray()).message())
        .isEqualTo("cannot read " + file + ": it holds more than 10,000 files");
  }

  @Test
  void entryWithAnEndlessName() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
      name.setSize(3 << 20);
      tar.putArchiveEntry(name);
      tar.write(new byte[3 << 20]);
      tar.closeArchiveEntry();
    }

    assertThat(failure(bytes.toByteArray()).message())
        .isEqualTo(
            "cannot read " + file + ": corrupt tar archive: an entry's header is larger than 1 MB");
  }

  @Test
  void linkInPlaceOfATable() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry link = new TarArchiveEntry("taxa.csv", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }

    assertThat(failure(bytes.toByteArray()).message()).contains("it holds no taxa.csv");
  }

  @Test
  void nothingThere() {
    assertThat(failure(temp.resolve("none.tar.gz")).message())
        .isEqualTo(
            "cannot read " + temp.resolve("none.tar.gz") + ": there is no such file or folder");
  }

  @Test
  void workFolderThatCannotBeMade() throws IOException {
    Files.write(file, TestBundle.fourTables().tarGz());
    work = Files.writeString(temp.resolve("occupied"), "a file").resolve("work");

    PhotocatException failure =
        catchThrowableOfType(PhotocatException.class, () -> ReadBundle.of(file, work));

    assertThat(failure.message()).startsWith("cannot make the work folder " + work + ": ");
  }

  @Test
  void linkInPlaceOfTheWorkFolderIsNotFollowed() throws IOException {
    Files.write(file, TestBundle.fourTables().tarGz());
    Path precious = Files.createDirectory(temp.resolve("precious"));
    Files.writeString(precious.resolve("piece-1.tsv"), "mine");
    Files.createSymbolicLink(work, precious);

    PhotocatException failure =
        catchThrowableOfType(PhotocatException.class, () -> ReadBundle.of(file, work));

    assertThat(failure.message())
        .isEqualTo(
            "cannot make the work folder "
                + work
                + ": a link is there, which is not photocat's: move it away");
    assertThat(precious.resolve("piece-1.tsv")).hasContent("mine");
    assertThat(precious.toFile().list()).containsExactly("piece-1.tsv");
    assertThat(work).isSymbolicLink();
  }

  @Test
  void linkInPlaceOfAPieceIsNotFollowed() throws IOException {
    Files.write(file, TestBundle.fourTables().tarGz());
    Path precious = Files.writeString(temp.resolve("precious"), "mine");
    Files.createDirectory(work);
    Files.createSymbolicLink(work.resolve("piece-1.tsv"), precious);

    ReadBundle.of(file, work);

    assertThat(precious).hasContent("mine");
    assertThat(work).doesNotExist();
  }

  /** As when somebody makes room on a disk while an ingest runs. */
  @Test
  void workFolderThatBecomesALinkIsNotEmptied() throws IOException {
    Path precious = Files.createDirectory(temp.resolve("precious"));
    Files.writeString(precious.resolve("piece-1.tsv"), "mine");
    PieceHandover<TablePiece> handover = new PieceHandover<>(Optional.of(work));
    Files.delete(work);
    Files.createSymbolicLink(work, precious);

    handover.clear();

    assertThat(precious.resolve("piece-1.tsv")).hasContent("mine");
    assertThat(work).isSymbolicLink();
  }

  @Test
  void addressesThatAreNone() {
    for (String from :
        new String[] {"ftp://host/x", "s3://bucket", "s3:///key", "http://", "http://a b/"}) {
      PhotocatException failure =
          catchThrowableOfType(
              PhotocatException.class,
              () -> ReadBundle.of(new BundleRequest(from, ReadBundle.HASTY, Optional.of(work), 1)));

      assertThat(failure.kind()).isEqualTo(ExitStatus.USAGE);
      assertThat(failure.message()).startsWith("'" + from + "' is n");
    }
  }

  @Test
  void noDamageIsABug() throws IOException {
    byte[] whole = TestBundle.sixTables().tar();
    Random random = new Random(3);

    for (int round = 0; round < 300; round++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int i = 0; i < 3 && damaged.length > 0; i++) {
        damaged[random.nextInt(Math.min(damaged.length, 6_000))] ^=
            (byte) (1 + random.nextInt(255));
      }
      Files.write(file, random.nextBoolean() ? TestBundle.gzip(damaged) : damaged);
      try {
        ReadBundle.of(file, work);
      } catch (PhotocatException expected) {
        assertThat(expected.kind()).isEqualTo(ExitStatus.FAILED);
        assertThat(expected.message()).doesNotContain("\n");
      }
    }
  }

  private byte[] withPhotos(String photos) throws IOException {
    return TestBundle.fourTables().with(TestBundle.FOLDER + "photos.csv", photos).tarGz();
  }

  private PhotocatException failure(byte[] bundle) throws IOException {
    Files.write(file, bundle);
    return failure(file);
  }

  private PhotocatException failure(Path from) {
    PhotocatException failure =
        catchThrowableOfType(PhotocatException.class, () -> ReadBundle.of(from, work));
    assertThat(failure.kind()).isEqualTo(ExitStatus.FAILED);
    assertThat(work).doesNotExist();
    return failure;
  }
}
