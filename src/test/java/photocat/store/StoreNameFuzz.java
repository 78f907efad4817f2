package photocat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import photocat.FuzzInput;

/** A name that passes for safe is that of a file below the root, on every file system. */
public final class StoreNameFuzz {
  private static final Path ROOT = Path.of("/root/of/photos");

  private StoreNameFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String name = FuzzInput.text(data);
    if (StoreName.isSafe(name)) {
      FuzzInput.checkShown(name);
      Path file = ROOT.resolve(name);
      assertThat(file.normalize()).hasToString(ROOT + "/" + name);
      assertThat(file.normalize().startsWith(ROOT)).isTrue();
      assertThat(PartNames.isPart(name)).isFalse();
    }
  }
}
