package photocat.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What photocat makes for itself touches nothing that is there. */
final class OwnFilesTest {
  @TempDir private Path folder;
  private Path precious;

  @BeforeEach
  void makePrecious() throws IOException {
    precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("text"), "mine");
  }

  @Test
  void folderIsMadeAndTakenAgain() throws IOException {
    Path made = OwnFiles.makeFolder(folder.resolve("deep/work"));

    assertThat(made).isEmptyDirectory();
    assertThat(OwnFiles.makeFolder(made)).isEqualTo(made);
  }

  @Test
  void linkInPlaceOfAFolderIsNotFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("work"), precious);
    Path dangling = Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));

    assertThatThrownBy(() -> OwnFiles.makeFolder(link)).hasMessageContaining("a link is there");
    assertThatThrownBy(() -> OwnFiles.makeFolder(dangling)).hasMessageContaining("a link is there");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void fileInPlaceOfAFolderStays() throws IOException {
    Path file = precious.resolve("text");

    assertThatThrownBy(() -> OwnFiles.makeFolder(file)).hasMessageContaining("a file is there");
    assertThat(file).hasContent("mine");
  }

  @Test
  void fileIsMadeWhereNothingIs() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), precious.resolve("text"));
    Path dangling = Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));

    assertThatThrownBy(() -> OwnFiles.make(precious.resolve("text")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> OwnFiles.make(link)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> OwnFiles.make(dangling)).isInstanceOf(IOException.class);
    assertThat(precious.resolve("text")).hasContent("mine");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }
}
