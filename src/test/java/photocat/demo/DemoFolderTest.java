package photocat.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.PhotocatException;

final class DemoFolderTest {
  private static final String SPECIES = "sample/species.csv";
  private static final String PHOTO = "photos/bellis_perennis/7_medium.jpg";

  @TempDir private Path folder;
  private Path demo;
  private OldCatalog.Found inCatalog = new OldCatalog.Found(List.of(), List.of());

  @BeforeEach
  void runADemo() throws IOException {
    demo = Files.createDirectory(folder.resolve("demo"));
    try (DemoFolder files = open()) {
      files.write(SPECIES, bytes("Bellis perennis"));
      files.begin(Demo.CATALOG);
      Files.writeString(demo.resolve(Demo.CATALOG), "DUCK");
      files.mayCome("photos/*/7_medium.jpg", bytes("a daisy"));
      put(PHOTO, "a daisy");
      files.begin("attribution.csv");
      put("attribution.csv", "Ann");
      files.wrote("attribution.csv");
    }
  }

  @Test
  void losesAllThatADemoWroteAndNothingElse() throws IOException {
    List<Path> mine =
        List.of(
            put("thesis.txt", "years of work"),
            put("old.csv", "mine"),
            put("sample/mine.csv", "mine"),
            put("sample/.photocat-demo", "mine"),
            put("photos/holiday.jpg", "mine"),
            put("photos/bellis_perennis/my daisy.jpg", "mine"),
            put("photos/bellis_perennis/.photocat-aaaa-1.part", "another's"),
            put("photocat.duckdb.damaged-2026", "mine"),
            put("sub/attribution.csv", "mine"));
    Files.createDirectory(demo.resolve("photos/empty"));

    open().close();

    assertThat(mine).allSatisfy(file -> assertThat(file).exists());
    assertThat(files())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(mine.stream(), Stream.of(demo.resolve(".photocat-demo"))).toList());
    assertThat(demo.resolve("photos/empty")).isDirectory();
  }

  @Test
  void isEmptyWhereOnlyDemosWrote() throws IOException {
    put("photocat.duckdb.wal", "its log");

    open().close();

    assertThat(demo).isDirectoryNotContaining(file -> !file.endsWith(".photocat-demo"));
  }

  @Test
  void staysALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), demo);

    DemoFolder.open(link, Set.of(SPECIES), this::look).close();

    assertThat(link).isSymbolicLink();
    assertThat(demo.resolve(SPECIES)).doesNotExist();
  }

  @Test
  void losesNothingWhereAFileWasChanged() throws IOException {
    put(PHOTO, "a daisy of mine");

    assertRefused("%s was changed since a demo wrote it".formatted(PHOTO));
  }

  @Test
  void losesNothingWhereAFileBecameALink() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "Bellis perennis");
    Files.delete(demo.resolve(SPECIES));
    Files.createSymbolicLink(demo.resolve(SPECIES), mine);

    assertRefused("sample/species.csv (a link) is in its way, and no file");
    assertThat(mine).exists();
  }

  @Test
  void losesNothingWhereAFolderBecameALink() throws IOException {
    Path moved = Files.move(demo.resolve("photos"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(demo.resolve("photos"), moved);

    assertRefused("photos (a link) is in its way, and no folder");
    assertThat(moved.resolve("bellis_perennis/7_medium.jpg")).exists();
  }

  @Test
  void losesNothingBehindALinkInTheFolderOfPhotos() throws IOException {
    Path moved = Files.move(demo.resolve("photos/bellis_perennis"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(demo.resolve("photos/bellis_perennis"), moved);

    open().close();

    assertThat(moved.resolve("7_medium.jpg")).exists();
    assertThat(demo.resolve("photos/bellis_perennis")).isSymbolicLink();
  }

  @Test
  void losesNothingWhereSomethingElseIsInTheWay() throws IOException {
    try (DemoFolder files = open()) {
      put("attribution.csv", "mine");
      assertThat(files).isNotNull();
    }

    assertRefused("attribution.csv is in its way, and no demo wrote it");
  }

  @Test
  void losesNothingWhereTheCatalogueHoldsMore() throws IOException {
    inCatalog = new OldCatalog.Found(List.of("manifest thesis", "table mine"), List.of());

    assertRefused("photocat.duckdb holds what no demo put there: manifest thesis, table mine");
  }

  @Test
  void losesWhatAKilledDemoHalfWrote() throws IOException {
    inCatalog = new OldCatalog.Found(List.of(), List.of("abcd"));
    put("photos/bellis_perennis/.photocat-abcd-1.part", "half a daisy");
    put("photos/.photocat-abcd-2.part", "half a daisy");
    try (DemoFolder files = open()) {
      files.begin(SPECIES);
      put(SPECIES, "Bell");
    }

    open().close();

    assertThat(files()).containsExactly(demo.resolve(".photocat-demo"));
  }

  @Test
  void isADemosFolderAlsoWhereItWasKilledAtOnce() throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    Files.createFile(fresh.resolve(".photocat-demo"));

    DemoFolder.open(fresh, Set.of(), this::look).close();

    assertThat(fresh.resolve(".photocat-demo")).isNotEmptyFile();
  }

  @Test
  void isNoDemosFolderByAFileOfThatNameAlone() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Path list = Files.writeString(mine.resolve(".photocat-demo"), "my notes\n");
    Path link = Files.createDirectory(folder.resolve("link"));
    Files.createSymbolicLink(link.resolve(".photocat-demo"), demo.resolve(".photocat-demo"));

    for (Path each : List.of(mine, link)) {
      assertThatThrownBy(() -> DemoFolder.open(each, Set.of(), this::look))
          .isInstanceOf(PhotocatException.class)
          .hasMessageContaining("the folder is not empty, and not of an earlier demo");
    }
    assertThat(list).hasContent("my notes");
  }

  @Test
  void hasOneDemoAtATime() throws IOException {
    try (DemoFolder first = open()) {
      first.write(SPECIES, bytes("Bellis perennis"));

      assertThatThrownBy(this::open)
          .isInstanceOf(PhotocatException.class)
          .hasMessage("cannot run the demo in %s: another demo is running there".formatted(demo));

      assertThat(demo.resolve(SPECIES)).exists();
    }
  }

  private void assertRefused(String why) throws IOException {
    List<Path> before = files();

    assertThatThrownBy(this::open)
        .isInstanceOf(PhotocatException.class)
        .hasMessage("cannot run the demo in %s: %s".formatted(demo, why));

    assertThat(files()).isEqualTo(before);
  }

  private DemoFolder open() {
    return DemoFolder.open(demo, Set.of(SPECIES, Demo.CATALOG, "attribution.csv"), this::look);
  }

  private OldCatalog.Found look(Path file) {
    assertThat(file).hasFileName(Demo.CATALOG);
    return inCatalog;
  }

  private Path put(String path, String content) throws IOException {
    Path file = demo.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(demo)) {
      return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
