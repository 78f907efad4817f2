package photocat.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The sample inputs, which the jar has of {@code catalog/sample}: the user may have changed those.
 */
final class SampleFiles {
  /** Their paths, separated by {@code /}. */
  static final List<String> NAMES =
      List.of(
          "README.md",
          "species.csv",
          "inat-open-data/taxa.csv",
          "inat-open-data/observers.csv",
          "inat-open-data/observations.csv",
          "inat-open-data/photos.csv",
          "inat-open-data/projects.csv",
          "inat-open-data/observations_projects.csv");

  private SampleFiles() {}

  static byte[] read(String name) throws IOException {
    try (InputStream in =
        SampleFiles.class.getClassLoader().getResourceAsStream("sample/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in the program: sample/" + name);
      }
      return in.readAllBytes();
    }
  }
}
