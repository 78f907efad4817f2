package photocat.source.dwca;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.model.PhotocatException;

/** An archive is told by what it is, and a hostile one by what it does. */
final class ContainerTest {
  private static final String OCCURRENCES = "gbifID\tname\n1\tAbies\n2\tQuercus \"alba\n";
  private static final String MEDIA = "gbifID\tidentifier\n1\thttps://a.org/1.jpg\n";
  private static final List<List<String>> ROWS =
      List.of(List.of("1", "Abies"), List.of("2", "Quercus \"alba"));

  @TempDir Path folder;

  @Test
  void zipTarAndFolderHoldTheSame() throws IOException {
    TestArchive archive = TestArchive.gbif(OCCURRENCES, MEDIA);

    assertThat(ReadRows.ofCore(archive.zip(folder.resolve("a.tar.gz"))).rows()).isEqualTo(ROWS);
    assertThat(ReadRows.ofCore(archive.tarGz(folder.resolve("a.zip"))).rows()).isEqualTo(ROWS);
    assertThat(ReadRows.ofCore(archive.folder(folder.resolve("f"))).rows()).isEqualTo(ROWS);
  }

  @Test
  void litterAndAFolderAroundItAreNoObstacle() throws IOException {
    TestArchive archive =
        new TestArchive()
            .with("__MACOSX/dwca/._meta.xml", "litter")
            .with("dwca/.DS_Store", "litter")
            .with("dwca/._occurrence.txt", "litter");
    TestArchive inside = TestArchive.gbif(OCCURRENCES, MEDIA);
    Path plain = inside.folder(folder.resolve("in"));
    for (String name : List.of("meta.xml", "occurrence.txt", "multimedia.txt")) {
      archive.with("dwca/" + name, Files.readAllBytes(plain.resolve(name)));
    }

    assertThat(ReadRows.ofCore(archive.zip(folder.resolve("a.zip"))).rows()).isEqualTo(ROWS);
    assertThat(ReadRows.ofCore(archive.tarGz(folder.resolve("a.tgz"))).rows()).isEqualTo(ROWS);
    assertThat(ReadRows.ofCore(archive.folder(folder.resolve("f"))).rows()).isEqualTo(ROWS);
  }

  @Test
  void aLoneFileIsACoreGzippedOrNot() throws IOException {
    byte[] text = "occurrenceID\tbasisOfRecord\n1\tHumanObservation\n".getBytes(UTF_8);
    Path plain = Files.write(folder.resolve("occurrence.txt"), text);
    Path packed = Files.write(folder.resolve("occurrence.txt.gz"), TestArchive.gzip(text));

    assertThat(ReadRows.ofCore(plain).rows()).containsExactly(List.of("1", "HumanObservation"));
    assertThat(ReadRows.ofCore(packed).rows()).containsExactly(List.of("1", "HumanObservation"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../meta.xml", "/etc/passwd", "C:\\x.txt", "a/../../x", "..\\x"})
  void aNameThatLeadsOutIsRefused(String name) throws IOException {
    Path zip = TestArchive.gbif(OCCURRENCES, MEDIA).with(name, "x").zip(folder.resolve("a.zip"));
    Path tar = TestArchive.gbif(OCCURRENCES, MEDIA).with(name, "x").tarGz(folder.resolve("a.tgz"));

    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .isInstanceOf(PhotocatException.class)
        .hasMessageContaining("cannot read " + zip + ": it holds '")
        .hasMessageEndingWith("which leads out of it");
    assertThatThrownBy(() -> ArchiveReader.open(tar)).hasMessageEndingWith("which leads out of it");
  }

  @Test
  void aLocationThatLeadsOutIsRefused() throws IOException {
    Path root = TestArchive.gbif(OCCURRENCES, MEDIA).folder(folder.resolve("f"));
    Path meta = root.resolve("meta.xml");
    Files.writeString(meta, Files.readString(meta).replace("occurrence.txt", "../o.txt"));

    assertThatThrownBy(() -> ArchiveReader.open(root))
        .hasMessageContaining("which leads out of it");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path root = TestArchive.gbif(OCCURRENCES, MEDIA).folder(folder.resolve("f"));
    Path secret = Files.writeString(folder.resolve("secret"), OCCURRENCES);
    Files.delete(root.resolve("occurrence.txt"));
    Files.createSymbolicLink(root.resolve("occurrence.txt"), secret);

    assertThatThrownBy(() -> ReadRows.ofCore(root))
        .hasMessageContaining("'occurrence.txt' is a link that leads out of it");
  }

  @Test
  void aLinkInAnArchiveIsNoFile() throws IOException {
    Path tar = folder.resolve("a.tar");
    try (OutputStream out = Files.newOutputStream(tar);
        TarArchiveOutputStream entries = new TarArchiveOutputStream(out)) {
      TarArchiveEntry link = new TarArchiveEntry("occurrence.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      entries.putArchiveEntry(link);
      entries.closeArchiveEntry();
    }
    Path zip = folder.resolve("a.zip");
    try (ZipArchiveOutputStream entries = new ZipArchiveOutputStream(zip)) {
      ZipArchiveEntry link = new ZipArchiveEntry("occurrence.txt");
      link.setUnixMode(0120777);
      entries.putArchiveEntry(link);
      entries.write("/etc/passwd".getBytes(UTF_8));
      entries.closeArchiveEntry();
    }

    assertThatThrownBy(() -> ArchiveReader.open(tar))
        .hasMessage("cannot read %s: 'occurrence.txt' is a link or sparse, not a file", tar);
    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .hasMessage("cannot read %s: 'occurrence.txt' is a link, not a file", zip);
  }

  @Test
  void aFileThatIsThereTwiceIsRefused() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipArchiveOutputStream entries = new ZipArchiveOutputStream(zip)) {
      for (String name : List.of("meta.xml", "./meta.xml")) {
        entries.putArchiveEntry(new ZipArchiveEntry(name));
        entries.closeArchiveEntry();
      }
    }

    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .hasMessage("cannot read %s: it holds 'meta.xml' more than once", zip);
  }

  @Test
  void aBombIsRefusedWhileItInflates() throws IOException {
    byte[] zeros = new byte[80 << 20];
    Arrays.fill(zeros, (byte) 'a');
    Path zip = TestArchive.core("", zeros).zip(folder.resolve("a.zip"));

    assertThatThrownBy(() -> ReadRows.ofCore(zip))
        .hasMessage("cannot read o.txt in %s: it inflates to more than 200 times its size", zip);
  }

  @Test
  void anEncryptedFileIsToldSo() throws IOException {
    Path zip = TestArchive.core("", "1,a,b\n".getBytes(UTF_8)).zip(folder.resolve("a.zip"));
    byte[] bytes = Files.readAllBytes(zip);
    // The flag of each entry, in the list of files at the end.
    for (int at = 0; at < bytes.length - 9; at++) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1) {
        bytes[at + 8] |= 1;
      }
    }
    Files.write(zip, bytes);

    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .hasMessage("cannot read %s: 'meta.xml' is encrypted", zip);
  }

  @Test
  void aZipThatWasCutShortIsToldSo() throws IOException {
    Path zip = TestArchive.gbif(OCCURRENCES, MEDIA).zip(folder.resolve("a.zip"));
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .hasMessage(
            "cannot read %s: it is no whole zip: its list of files is missing or damaged", zip)
        .satisfies(
            e ->
                assertThat(((PhotocatException) e).hint())
                    .contains("fetch it again: it may have been cut short"));
  }

  @Test
  void damageInsideAnEntryIsNoticed() throws IOException {
    Path zip =
        TestArchive.core("", "1,a,b\n".repeat(10_000).getBytes(UTF_8)).zip(folder.resolve("a.zip"));
    byte[] bytes = Files.readAllBytes(zip);
    String all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    bytes[all.indexOf("o.txt") + 40] ^= 1;
    Files.write(zip, bytes);

    assertThatThrownBy(() -> ReadRows.ofCore(zip))
        .hasMessageContaining("cannot read o.txt in " + zip);
  }

  @Test
  void aTarThatWasCutShortIsToldSo() throws IOException {
    Path tar = TestArchive.gbif(OCCURRENCES, MEDIA).tarGz(folder.resolve("a.tgz"));
    byte[] bytes = Files.readAllBytes(tar);
    Files.write(tar, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> ArchiveReader.open(tar))
        .hasMessageStartingWith("cannot read %s: it ends too early".formatted(tar));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!DOCTYPE html><html>", "  <html>", "PAR1", "7z\u00bc\u00af", "%PDF-1.4"})
  void whatIsSomethingElseIsToldSo(String text) throws IOException {
    Path file = folder.resolve("a.zip");
    Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ArchiveReader.open(file))
        .isInstanceOf(PhotocatException.class)
        .hasMessageEndingWith("not a Darwin Core Archive");
  }

  @Test
  void nothingAndMissingAreTold() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path none = Files.createDirectory(folder.resolve("none"));
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> ArchiveReader.open(empty))
        .hasMessage("cannot read %s: it is empty", empty);
    assertThatThrownBy(() -> ArchiveReader.open(none)).hasMessageContaining("it holds nothing");
    assertThatThrownBy(() -> ArchiveReader.open(missing))
        .hasMessage("cannot read %s: there is no such file or folder", missing);
  }

  @Test
  void aFileThatMetaXmlNamesMustBeThere() throws IOException {
    Path root = TestArchive.gbif(OCCURRENCES, MEDIA).folder(folder.resolve("f"));
    Files.delete(root.resolve("multimedia.txt"));

    assertThatThrownBy(() -> ArchiveReader.open(root))
        .hasMessage(
            "cannot read %s: meta.xml names the file 'multimedia.txt', which is not there; it holds"
                + " meta.xml, occurrence.txt",
            root);
  }

  /** To list a million takes all memory, long before the first can be counted. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void moreFilesThanAnArchiveHasAreCountedBeforeTheyAreListed(boolean isCommented)
      throws IOException {
    Path zip = folder.resolve("many.zip");
    try (ZipArchiveOutputStream entries = new ZipArchiveOutputStream(zip)) {
      for (int i = 0; i <= EntryNames.MOST_ENTRIES; i++) {
        ZipArchiveEntry entry = new ZipArchiveEntry(Integer.toString(i));
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(0);
        entry.setCrc(0);
        entries.putArchiveEntry(entry);
        entries.closeArchiveEntry();
      }
      entries.setComment(isCommented ? "made up" : "");
    }

    assertThat(ZipCount.isAbove(EntryNames.MOST_ENTRIES, zip)).isTrue();
    assertThat(ZipCount.isAbove(EntryNames.MOST_ENTRIES + 1, zip)).isFalse();
    assertThatThrownBy(() -> ArchiveReader.open(zip))
        .isInstanceOf(PhotocatException.class)
        .hasMessageContaining("it holds more than 200,000 files");
  }
}
