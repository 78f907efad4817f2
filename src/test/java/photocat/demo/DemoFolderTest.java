package photocat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoFolderTest {
  @TempDir private Path folder;

  @Test
  void isEmptiedBehindALinkThatStays() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    DemoFolder.prepare(link);
    Path old = Files.writeString(real.resolve("old.csv"), "of the last demo");

    DemoFolder.prepare(link);

    assertThat(old).doesNotExist();
    assertThat(link).isSymbolicLink();
  }
}
