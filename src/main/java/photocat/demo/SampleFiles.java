package photocat.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample inputs, which the jar has of {@code catalog/sample}. */
final class SampleFiles {
  private static final List<String> FILES =
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

  /**
   * Copies them to {@code folder}, which has none of them: the user may have changed the source.
   */
  static void copyTo(Path folder) throws IOException {
    for (String file : FILES) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      try (InputStream in =
          SampleFiles.class.getClassLoader().getResourceAsStream("sample/" + file)) {
        if (in == null) {
          throw new IllegalStateException("not in the program: sample/" + file);
        }
        Files.copy(in, target);
      }
    }
  }
}
