package photocat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the user starts photocat, which only the script that starts Java knows. */
final class CalledAs {
  /** The name that the script was called by, no setting: a path, or where a shell looked for it. */
  static final String VARIABLE = "_PHOTOCAT_CALLED_AS";

  private static final String NAME = "photocat";

  private CalledAs() {}

  /** Returns the words that start it again when typed in the current folder. */
  static List<String> typed(ProcessEnvironment around) {
    String called = around.environment().getOrDefault(VARIABLE, "");
    if (called.isEmpty()) {
      return List.of(NAME);
    }
    Path script = around.folder().resolve(called);
    String name = String.valueOf(script.getFileName());
    Optional<Path> found = onPath(name, around);
    boolean isFound = found.isPresent() && (!Files.exists(script) || isSame(found.get(), script));
    if (isFound) {
      return List.of(name);
    }
    String typed = called.contains("/") ? called : "./" + called;
    return Files.isExecutable(script) ? List.of(typed) : List.of("sh", typed);
  }

  /** As a shell looks for it. */
  private static Optional<Path> onPath(String name, ProcessEnvironment around) {
    return Arrays.stream(around.environment().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> around.folder().resolve(folder).resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
