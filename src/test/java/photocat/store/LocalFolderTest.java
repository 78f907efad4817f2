package photocat.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photocat.model.Kind;
import photocat.model.PhotocatException;

final class LocalFolderTest {
  @TempDir Path temporary;
  private Path root;
  private LocalFolder folder;

  @BeforeEach
  void open() {
    root = temporary.resolve("photos");
    folder = new LocalFolder(root);
    folder.prepare();
  }

  @Test
  void photoTakesItsNameOnlyWhenCommitted() throws IOException {
    PhotoPart part = folder.begin("rosa/1.jpg");
    part.write(bytes("photo"));
    List<String> before = files();
    part.commit();

    assertThat(before).containsExactly("rosa/1.jpg.part");
    assertThat(files()).containsExactly("rosa/1.jpg");
    assertThat(root.resolve("rosa/1.jpg")).hasContent("photo");
  }

  @Test
  void committedPhotoReplacesWhatIsThere() throws IOException {
    write("1.jpg", "broken");

    write("1.jpg", "whole");

    assertThat(root.resolve("1.jpg")).hasContent("whole");
  }

  @Test
  void discardedPartLeavesNothing() throws IOException {
    PhotoPart part = folder.begin("rosa/1.jpg");
    part.write(bytes("pho"));
    part.discard();

    assertThat(files()).isEmpty();
  }

  @Test
  void partLeftByAnotherProcessIsOverwritten() throws IOException {
    Files.writeString(root.resolve("1.jpg.part"), "half of a much longer photo");

    write("1.jpg", "whole");

    assertThat(files()).containsExactly("1.jpg");
    assertThat(root.resolve("1.jpg")).hasContent("whole");
  }

  @Test
  void oneNameIsWrittenOnceAtATime() throws IOException {
    PhotoPart first = folder.begin("1.jpg");

    assertThatThrownBy(() -> folder.begin("1.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("1.jpg is being written already");

    first.discard();
  }

  @Test
  void findsAndOpensWhatIsThere() throws IOException {
    write("rosa/1.jpg", "photo");

    try (ReadableByteChannel photo = folder.open("rosa/1.jpg")) {
      ByteBuffer read = ByteBuffer.allocate(10);
      photo.read(read);
      assertThat(read.position()).isEqualTo(5);
    }
    assertThat(folder.find("rosa/1.jpg")).isEqualTo(OptionalLong.of(5));
    assertThat(folder.find("rosa/2.jpg")).isEmpty();
    assertThat(folder.find("nowhere/2.jpg")).isEmpty();
    assertThat(root.resolve("nowhere")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Fsync.class)
  void photosAreTheSameHoweverTheyAreForcedToTheDisk(Fsync fsync) throws IOException {
    folder = new LocalFolder(root, StoreSettings.DEFAULTS.withFsync(fsync));
    write("rosa/1.jpg", "photo");
    folder.addName("rosa/1.jpg", "salix/1.jpg");

    folder.sync(List.of("rosa/1.jpg", "salix/1.jpg", "rosa/gone.jpg"));

    assertThat(files()).containsExactly("rosa/1.jpg", "salix/1.jpg");
    assertThat(root.resolve("rosa/1.jpg")).hasContent("photo");
  }

  /** A file that cannot be forced must not be adopted later: here none that can be opened. */
  @Test
  void whatCannotBeForcedIsRemoved() throws IOException {
    Files.createDirectories(root.resolve("rosa/1.jpg"));

    assertThatThrownBy(() -> folder.sync(List.of("rosa/1.jpg"))).isInstanceOf(IOException.class);
    assertThat(root.resolve("rosa/1.jpg")).doesNotExist();
  }

  @Test
  void furtherNameReadsTheSame() throws IOException {
    write("rosa/1.jpg", "photo");
    write("salix/1.jpg", "old");

    folder.addName("rosa/1.jpg", "salix/1.jpg");
    folder.addName("rosa/1.jpg", "salix/1.jpg");

    assertThat(root.resolve("salix/1.jpg")).hasContent("photo");
    assertThat(files()).containsExactly("rosa/1.jpg", "salix/1.jpg");
  }

  @Test
  void unsafeNameIsRefused() {
    assertThatThrownBy(() -> folder.begin("../1.jpg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unsafe name in a photo store: ../1.jpg");
  }

  @Test
  void linkedFolderThatLeadsOutIsRefused() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("1.jpg"), "not ours");
    Files.createSymbolicLink(root.resolve("rosa"), outside);

    assertThatThrownBy(() -> folder.begin("rosa/2.jpg")).hasMessageContaining("leads out of");
    assertThatThrownBy(() -> folder.begin("rosa/x/2.jpg")).hasMessageContaining("leads out of");
    assertThatThrownBy(() -> folder.find("rosa/1.jpg")).hasMessageContaining("leads out of");
    assertThat(outside.resolve("x")).doesNotExist();
  }

  @Test
  void linkInPlaceOfAPhotoIsReplacedNotFollowed() throws IOException {
    Path outside = Files.writeString(temporary.resolve("precious"), "precious");
    Files.createSymbolicLink(root.resolve("1.jpg"), outside);

    OptionalLong found = folder.find("1.jpg");
    write("1.jpg", "photo");

    assertThat(found).isEmpty();
    assertThat(outside).hasContent("precious");
    assertThat(root.resolve("1.jpg")).hasContent("photo").isRegularFile();
  }

  @Test
  void removesPartsAndNothingElse() throws IOException {
    write("rosa/1.jpg", "photo");
    Files.writeString(root.resolve("rosa/2.jpg.part"), "half");

    folder.removeParts();

    assertThat(files()).containsExactly("rosa/1.jpg");
  }

  @Test
  void folderThatCannotBeWrittenIsNamedWithTheNextStep() throws IOException {
    Path file = Files.writeString(temporary.resolve("taken"), "a file");

    assertThatThrownBy(() -> new LocalFolder(file).prepare())
        .asInstanceOf(type(PhotocatException.class))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.FAILED);
              assertThat(e.message()).startsWith("cannot write photos to " + file + ": ");
              assertThat(e.hint()).isPresent();
            });
  }

  private void write(String name, String content) throws IOException {
    PhotoPart part = folder.begin(name);
    part.write(bytes(content));
    part.commit();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
