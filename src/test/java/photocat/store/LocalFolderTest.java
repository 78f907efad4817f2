package photocat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

class LocalFolderTest extends FolderFixture {
  @Test
  void photoTakesItsNameOnlyWhenCommitted() throws IOException {
    PhotoPart part = folder.begin("rosa/1.jpg");
    part.write(bytes("photo"));
    List<String> before = files();
    part.commit();

    assertThat(before)
        .hasSize(1)
        .allMatch(name -> name.matches("rosa/\\.photocat-ours-\\d+\\.part"));
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
  void nobodyElsesPartIsTouched() throws IOException {
    Files.writeString(root.resolve("1.jpg.part"), "somebody's film");
    PhotoPart theirs = new LocalFolder(root).begin("1.jpg");
    theirs.write(bytes("theirs"));

    write("1.jpg", "ours");
    String between = Files.readString(root.resolve("1.jpg"));
    theirs.commit();

    assertThat(between).isEqualTo("ours");
    assertThat(root.resolve("1.jpg")).hasContent("theirs");
    assertThat(root.resolve("1.jpg.part")).hasContent("somebody's film");
    assertThat(files()).containsExactly("1.jpg", "1.jpg.part");
  }

  @Test
  void oneNameIsWrittenOnceAtATime() throws IOException {
    PhotoPart first = folder.begin("1.jpg");

    assertThatThrownBy(() -> folder.begin("1.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessage("it is being written already");

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
    folder.close();
    folder = open(root, fsync);
    write("rosa/1.jpg", "photo");
    folder.addName("rosa/1.jpg", "salix/1.jpg");

    folder.sync(List.of("rosa/1.jpg", "salix/1.jpg", "rosa/gone.jpg"));

    assertThat(files()).containsExactly("rosa/1.jpg", "salix/1.jpg");
    assertThat(root.resolve("rosa/1.jpg")).hasContent("photo");
  }

  /** Linux does not force what lies in /proc, nor lets anybody remove it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void fileSystemThatForcesNothingIsToldFromOneThatFails() {
    try (LocalFolder process = open(Path.of("/proc/self"), Fsync.BATCH)) {
      assertThatThrownBy(() -> process.sync(List.of("comm")))
          .isInstanceOf(UnforcedException.class)
          .hasMessage("Invalid argument");
    }
  }

  @Test
  void whatIsThereInPlaceOfAPhotoIsNotForcedAndNotRemoved() throws IOException {
    Files.createDirectories(root.resolve("rosa/1.jpg"));

    folder.sync(List.of("rosa/1.jpg", "nowhere/2.jpg"));

    assertThat(root.resolve("rosa/1.jpg")).isDirectory();
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

    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> folder.begin("rosa/2.jpg"),
            () -> folder.begin("rosa/x/2.jpg"),
            () -> folder.find("rosa/1.jpg"),
            () -> folder.open("rosa/1.jpg"))) {
      assertThatThrownBy(use)
          .isInstanceOf(IOException.class)
          .hasMessage("its folder is a link, and photocat follows none below the root");
    }
    assertThat(outside.resolve("x")).doesNotExist();
    assertThat(outside.resolve("1.jpg")).hasContent("not ours");
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
  void probeFollowsNoLinkAndLeavesNothing() throws IOException {
    Path precious = Files.writeString(temporary.resolve("precious"), "precious");
    for (String name : List.of(".photocat.part", ".photocat-ours-1.part")) {
      Files.createSymbolicLink(root.resolve(name), precious);
    }

    try (LocalFolder again = open(root, Fsync.BATCH)) {
      assertThatThrownBy(again::prepare).hasMessageEndingWith("there is a file of that name");
    }
    folder.prepare();

    assertThat(precious).hasContent("precious");
    assertThat(files()).containsExactly(".photocat-ours-1.part", ".photocat.part");
  }

  @Test
  void removesWhatTheRunLeftAndNothingElse() throws IOException {
    write("rosa/1.jpg", "photo");
    folder.begin("rosa/2.jpg").write(bytes("ha"));
    folder.begin("3.jpg").write(bytes("lf"));
    List<String> others =
        List.of(
            "film.mkv.part",
            "rosa/.photocat-theirs-1.part",
            "rosa/.photocat-ours",
            "rosa/2.jpg.part",
            "sub/.photocat-ours-9.part",
            "sub/ubuntu.iso.part");
    for (String name : others) {
      Files.createDirectories(root.resolve(name).getParent());
      Files.writeString(root.resolve(name), "not ours");
    }
    List<Unread> unread = new ArrayList<>();

    folder.remove(
        new Leftovers(Set.of(MARK), List.of("rosa", "never_made"), List.of()), unread::add);

    assertThat(unread).isEmpty();
    assertThat(files()).containsExactlyElementsOf(sorted(others, "rosa/1.jpg"));
  }

  @Test
  void folderThatCannotBeWrittenIsNamedWithTheNextStep() throws IOException {
    Path file = Files.writeString(temporary.resolve("taken"), "a file");

    assertThatThrownBy(() -> new LocalFolder(file).prepare())
        .asInstanceOf(type(PhotocatException.class))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(ExitStatus.FAILED);
              assertThat(e.message()).startsWith("cannot write photos to " + file + ": ");
              assertThat(e.hint()).isPresent();
            });
  }

  @Test
  void linkToNothingIsToldAsSuch() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("dangling"), Path.of("nowhere"));

    assertThatThrownBy(() -> new LocalFolder(link).prepare())
        .hasMessage("cannot write photos to " + link + ": it is a link to nothing");
  }
}
