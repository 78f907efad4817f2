package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What fuzzers begin with, and what they once found: each input does what its target says. */
final class FuzzReplayTest {
  private static final int MOST_BYTES = 100_000;

  @TestFactory
  Stream<DynamicContainer> inputsFindNothing() throws IOException {
    return FuzzTarget.all().stream()
        .map(target -> DynamicContainer.dynamicContainer(target.toString(), replays(target)));
  }

  private static Stream<DynamicTest> replays(FuzzTarget target) {
    try {
      return target.inputs().stream()
          .map(
              input ->
                  DynamicTest.dynamicTest(
                      String.valueOf(input.getFileName()),
                      () -> target.take(Files.readAllBytes(input))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyTargetHasInputsAndEveryFolderATarget() throws IOException {
    List<Path> folders = FuzzTarget.all().stream().map(FuzzTarget::folder).toList();

    assertThat(FuzzTarget.allFolders()).containsExactlyInAnyOrderElementsOf(folders);
  }

  @Test
  void inputsAreSmall() throws IOException {
    long bytes = 0;
    for (FuzzTarget target : FuzzTarget.all()) {
      for (Path input : target.inputs()) {
        bytes += Files.size(input);
      }
    }

    assertThat(bytes).isLessThan(MOST_BYTES);
  }
}
