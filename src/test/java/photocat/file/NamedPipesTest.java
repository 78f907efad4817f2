package photocat.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class NamedPipesTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenOnOneEndIsReadOnTheOther() throws Exception {
    Path pipe = folder.resolve("-a pipe");
    NamedPipes.make(List.of(pipe));

    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));
    Files.writeString(pipe, "through");

    assertThat(read.get()).isEqualTo("through");
  }

  @Test
  void whoWaitsForTheOtherEndOfAPipeThatGoesFindsNothing() throws Exception {
    Path pipe = folder.resolve("p");
    NamedPipes.make(List.of(pipe));
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));

    NamedPipes.remove(pipe);
    NamedPipes.remove(pipe);

    assertThat(read.get()).isIn("", "gone");
    assertThat(pipe).doesNotExist();
  }

  @Test
  void whatIsThereStays() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    assertThatThrownBy(() -> NamedPipes.make(List.of(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("file");
    assertThat(file).hasContent("mine");
  }

  private static String read(Path pipe) {
    try {
      return Files.readString(pipe);
    } catch (IOException e) {
      return "gone";
    }
  }
}
