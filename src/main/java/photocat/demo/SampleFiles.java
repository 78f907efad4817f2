package photocat.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample inputs: those of {@code catalog/sample} where the user has them, else a copy. */
final class SampleFiles {
  /** Where the sources of photocat have them; the jar has them too, without that folder. */
  private static final String SOURCE_FOLDER = "catalog/sample";

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

  /** Returns the folder of the sample below {@code current}, or else a copy in {@code spare}. */
  static Path find(Path current, Path spare) throws IOException {
    Path own = current.resolve(SOURCE_FOLDER);
    if (FILES.stream().allMatch(file -> Files.isRegularFile(own.resolve(file)))) {
      return own;
    }
    for (String file : FILES) {
      Path target = spare.resolve(file);
      Files.createDirectories(spare.resolve(file).getParent());
      try (InputStream in =
          SampleFiles.class.getClassLoader().getResourceAsStream("sample/" + file)) {
        if (in == null) {
          throw new IllegalStateException("not in the program: sample/" + file);
        }
        Files.copy(in, target);
      }
    }
    return spare;
  }
}
