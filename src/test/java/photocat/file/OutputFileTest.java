package photocat.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;

/** A file is there when it is whole, and nothing of it before or without that. */
final class OutputFileTest {
  private final Outputs outputs = new Outputs(List::of, Optional.empty(), new Cancellation());
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("home"));
  }

  @Test
  void appearsWhenItIsFinished() throws Exception {
    Path path = folder.resolve("new/deep/x.csv");
    try (OutputFile file = open(path, false)) {
      file.writer().write("é🐝\n");
      file.mark();
      assertThat(path).doesNotExist();

      file.finish();
    }

    assertThat(path).content().isEqualTo("é🐝\n");
    assertThat(path.getParent()).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void leavesNothingNotEvenFoldersWhenItIsNotFinished() throws Exception {
    try (OutputFile file = open(folder.resolve("new/deep/x.csv"), false)) {
      file.writer().write("half");
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesTheFileBeforeWhenItIsNotFinished() throws Exception {
    Path path = Files.writeString(folder.resolve("x.csv"), "before");
    try (OutputFile file = open(path, true)) {
      file.writer().write("half");
    }

    assertThat(path).hasContent("before");
    assertThat(folder)
        .isDirectoryContaining("glob:**/x.csv")
        .isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void forgetsWhatWasWrittenSinceAMark() throws Exception {
    Path path = folder.resolve("x.csv");
    try (OutputFile file = open(path, false)) {
      file.writer().write("kept\n");
      long mark = file.mark();
      file.writer().write("x".repeat(1_000_000));
      file.writer().flush();
      file.writer().write("still in memory");
      file.backTo(mark);
      file.writer().write("more\n");
      file.finish();
    }

    assertThat(path).content().isEqualTo("kept\nmore\n");
  }

  /** Thousands of taxa have thousands of folders in one: each is forced once, when all is there. */
  @Test
  void foldersOfFilesThatAppearTogetherAreForcedOnce() throws Exception {
    List<Path> forced = Collections.synchronizedList(new ArrayList<>());
    List<Path> paths =
        Stream.of("new/a/x.csv", "new/a/y.csv", "new/b/x.csv").map(folder::resolve).toList();
    List<OutputFile> files = paths.stream().map(path -> open(path, false)).toList();

    OutputFile.finish(
        files,
        changed -> {
          assertThat(paths).allMatch(Files::exists);
          forced.add(changed);
        });

    assertThat(forced)
        .containsExactlyInAnyOrder(
            folder, folder.resolve("new"), folder.resolve("new/a"), folder.resolve("new/b"));
  }

  @Test
  void doesNotReplaceWhatCameMeanwhile() throws Exception {
    Path path = folder.resolve("x.csv");
    try (OutputFile first = open(path, false);
        OutputFile second = open(path, false)) {
      first.writer().write("first");
      second.writer().write("second");
      first.finish();

      assertThatThrownBy(second::finish)
          .isInstanceOf(PhotocatException.class)
          .hasMessage("cannot write %s: it is there already", path);
    }

    assertThat(path).hasContent("first");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void goesThroughLinksAndKeepsWhoMayRead() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    Path real = Files.writeString(disk.resolve("real.csv"), "before");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    Path toNew = Files.createSymbolicLink(folder.resolve("new.csv"), disk.resolve("new.csv"));
    for (Path path : List.of(link, toNew)) {
      try (OutputFile file = open(path, true)) {
        file.writer().write("after");
        file.finish();
      }
    }

    assertThat(link).isSymbolicLink();
    assertThat(toNew).isSymbolicLink();
    assertThat(real).hasContent("after");
    assertThat(disk.resolve("new.csv")).hasContent("after");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-------");
    assertThat(disk).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void writesIntoPipesAndDevices() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    FutureTask<String> reader = new FutureTask<>(() -> Files.readString(pipe));
    new Thread(reader, "reader").start();

    try (OutputFile file = open(pipe, false);
        OutputFile nowhere = open(Path.of("/dev/null"), false)) {
      file.writer().write("through");
      file.backTo(file.mark());
      file.writer().write(" the pipe");
      file.finish();
      nowhere.writer().write("gone");
      nowhere.finish();
    }

    assertThat(reader.get(10, TimeUnit.SECONDS)).endsWith(" the pipe");
    assertThat(Files.exists(pipe) && !Files.isRegularFile(pipe)).isTrue();
    try (OutputFile full = open(Path.of("/dev/full"), false)) {
      full.writer().write("x");
      assertThatThrownBy(full::finish)
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }

  /** Until somebody reads the system waits, and would for ever. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void pipeThatNobodyReadsIsWaitedForUntilTheRequestToStop() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Cancellation stop = new Cancellation();
    Outputs stoppable = new Outputs(List::of, Optional.empty(), stop);
    FutureTask<OutputFile> opening =
        new FutureTask<>(() -> OutputFile.open(stoppable.place(pipe, Writing.of("write", false))));
    new Thread(opening, "opening").start();
    while (threads("photocat-pipe").isEmpty()) {
      Thread.onSpinWait();
    }

    stop.cancel();

    assertThatThrownBy(() -> opening.get(10, TimeUnit.SECONDS))
        .hasRootCauseMessage("writing to %s was stopped".formatted(pipe));
    for (Thread left : threads("photocat-pipe")) {
      left.join(10_000);
      assertThat(left.isAlive()).isFalse();
    }
  }

  /** A reader that has opened the pipe, and then reads no more. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void fullPipeIsWaitedForUntilTheRequestToStop() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Cancellation stop = new Cancellation();
    Outputs stoppable = new Outputs(List::of, Optional.empty(), stop);
    Thread writing;
    FutureTask<String> written;
    try (FileChannel reader =
            FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
        OutputFile file = OutputFile.open(stoppable.place(pipe, Writing.of("write", false)))) {
      written =
          new FutureTask<>(
              () -> {
                file.writer().write("x".repeat(10_000_000));
                return "all";
              });
      writing = new Thread(written, "writing");
      writing.start();
      while (!isInNative(writing)) {
        Thread.onSpinWait();
      }

      stop.cancel();

      assertThatThrownBy(() -> written.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ClosedChannelException.class);
      assertThat(reader.isOpen()).isTrue();
    }
  }

  private static boolean isInNative(Thread writing) {
    return Arrays.stream(writing.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().startsWith("write0"));
  }

  private static List<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void tellsWhyItCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> open(file.resolve("x.csv"), false))
        .isInstanceOf(PhotocatException.class)
        .hasMessageStartingWith("cannot write " + file.resolve("x.csv") + ": ");
    assertThat(file).hasContent("x");
  }

  private OutputFile open(Path path, boolean force) {
    return OutputFile.open(outputs.place(path, Writing.of("write", force)));
  }
}
