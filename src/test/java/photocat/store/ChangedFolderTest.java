package photocat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import photocat.model.PhotocatException;

/** A folder that is not, or no longer, as photocat made it. */
class ChangedFolderTest extends FolderFixture {
  /**
   * Whoever does that wants what comes to land there; but a link is where strangers lead us out.
   */
  @Test
  void linkedFolderIsNotFollowedEvenWithinTheRoot() throws IOException {
    Files.createDirectory(root.resolve("rosa"));
    Files.createSymbolicLink(root.resolve("salix"), Path.of("rosa"));

    assertThatThrownBy(() -> folder.begin("salix/1.jpg"))
        .hasMessageContaining("its folder is a link");
  }

  @Test
  void rootMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
    try (LocalFolder linked = open(link, Fsync.BATCH)) {
      linked.prepare();
      PhotoPart part = linked.begin("rosa/1.jpg");
      part.write(bytes("photo"));
      part.commit();
    }

    assertThat(root.resolve("rosa/1.jpg")).hasContent("photo");
  }

  @Test
  void folderThatBecomesALinkWhileAPhotoIsWrittenLeadsNothingOut() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    write("rosa/1.jpg", "photo");
    PhotoPart part = folder.begin("rosa/2.jpg");
    part.write(bytes("ph"));
    Files.move(root.resolve("rosa"), temporary.resolve("moved"));
    Files.createSymbolicLink(root.resolve("rosa"), outside);
    part.write(bytes("oto"));

    assertThatThrownBy(part::commit).hasMessageContaining("its folder is a link");
    assertThatThrownBy(() -> folder.begin("rosa/3.jpg"))
        .hasMessageContaining("its folder is a link");
    assertThatThrownBy(() -> folder.addName("rosa/1.jpg", "rosa/4.jpg"))
        .hasMessageContaining("its folder is a link");
    folder.sync(List.of("rosa/1.jpg"));
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void folderThatIsRemovedMeanwhileIsMadeAgain() throws IOException {
    write("rosa/1.jpg", "photo");
    Files.delete(root.resolve("rosa/1.jpg"));
    Files.delete(root.resolve("rosa"));

    write("rosa/2.jpg", "photo");

    assertThat(files()).containsExactly("rosa/2.jpg");
  }

  @Test
  void rootThatIsReplacedMeanwhileIsFilledNoMore() throws IOException {
    write("rosa/1.jpg", "photo");
    Files.move(root, temporary.resolve("moved"));
    Files.createDirectory(root);

    assertThatThrownBy(() -> folder.begin("rosa/2.jpg"))
        .hasMessage("the root was moved or replaced meanwhile");
    assertThatThrownBy(() -> folder.find("rosa/1.jpg")).isInstanceOf(IOException.class);
    assertThatThrownBy(folder::prepare).isInstanceOf(PhotocatException.class);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void manyFoldersNeedNotStayOpen() throws IOException {
    List<PhotoPart> parts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      parts.add(folder.begin("taxon_" + i + "/1.jpg"));
    }
    for (PhotoPart part : parts) {
      part.commit();
    }

    assertThat(files()).hasSize(200).allMatch(name -> name.endsWith("/1.jpg"));
  }

  /** To open it would wait for somebody who writes into it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(20)
  void pipeIsNoPhotoAndNoFolder() throws Exception {
    Files.createDirectory(root.resolve("rosa"));
    pipe(root.resolve("rosa/1.jpg"));
    pipe(root.resolve("salix"));

    assertThat(folder.find("rosa/1.jpg")).isEmpty();
    assertThat(folder.find("salix/1.jpg")).isEmpty();
    assertThatThrownBy(() -> folder.open("rosa/1.jpg")).hasMessage("it is no file");
    assertThatThrownBy(() -> folder.begin("salix/1.jpg")).hasMessage("its folder is a file");
    folder.sync(List.of("rosa/1.jpg"));
    write("rosa/1.jpg", "photo");

    assertThat(root.resolve("rosa/1.jpg")).isRegularFile().hasContent("photo");
  }

  @Test
  void listsFilesAndTellsOfWhatItDoesNotFollow() throws IOException {
    write("rosa/1.jpg", "photo");
    write("2.jpg", "a");
    folder.begin("rosa/3.jpg").write(bytes("half"));
    Files.createSymbolicLink(root.resolve("linked"), temporary);
    Files.createSymbolicLink(root.resolve("rosa/4.jpg"), root.resolve("2.jpg"));
    HeldListing found = new HeldListing();

    folder.list(found);

    assertThat(found.files).isEqualTo(Map.of("rosa/1.jpg", 5L, "2.jpg", 1L));
    assertThat(found.unread)
        .containsExactly(
            new Unread("linked", "it is a link, and photocat follows none below the root"));
  }

  @Test
  void whatMayNotBeReadIsPassedOverAndTold() throws IOException {
    write("rosa/1.jpg", "photo");
    write("salix/1.jpg", "photo");
    HeldListing found = new HeldListing();
    List<Unread> unremoved = new ArrayList<>();
    try (Unreadable closed = Unreadable.folder(root.resolve("salix"))) {
      assumeTrue(closed.isShut(), "root reads whatever it likes");

      folder.list(found);
      folder.remove(new Leftovers(Set.of(MARK), List.of("salix"), List.of()), unremoved::add);
      assertThatThrownBy(() -> folder.find("salix/1.jpg")).isInstanceOf(IOException.class);
    }

    assertThat(found.files).containsOnlyKeys("rosa/1.jpg");
    assertThat(found.unread).containsExactly(new Unread("salix", "permission denied"));
    assertThat(unremoved).containsExactly(new Unread("salix", "permission denied"));
  }

  private static void pipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }
}
