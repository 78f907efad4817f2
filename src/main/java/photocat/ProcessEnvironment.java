package photocat;

import java.nio.file.Path;
import java.util.Map;
import photocat.file.UserPaths;

/**
 * What a run finds around it.
 *
 * @param environment the environment variables
 * @param folder where relative paths of the user start, absolute
 * @param standard the three streams
 */
record ProcessEnvironment(Map<String, String> environment, Path folder, StandardStreams standard) {

  ProcessEnvironment {
    environment = Map.copyOf(environment);
  }

  /** Returns those of this process. */
  static ProcessEnvironment ofProcess() {
    Map<String, String> environment = System.getenv();
    return new ProcessEnvironment(
        environment, Path.of("").toAbsolutePath(), StandardStreams.ofProcess(environment));
  }

  /** Returns where the paths that the user types lead. */
  UserPaths paths() {
    return new UserPaths(folder, home(environment));
  }

  /** The home folder of the password file is that of whoever really runs this, as under sudo. */
  static Path home(Map<String, String> environment) {
    Path named = Path.of(environment.getOrDefault("HOME", ""));
    return named.isAbsolute() ? named : Path.of(System.getProperty("user.home"));
  }

  /** Returns where the user's settings and recipes lie, whether it exists or not. */
  Path configFolder() {
    return xdgFolder("XDG_CONFIG_HOME", ".config").resolve("photocat");
  }

  /** Returns where the shell keeps its history, whether it exists or not. */
  Path stateFolder() {
    return xdgFolder("XDG_STATE_HOME", ".local/state").resolve("photocat");
  }

  /** By the XDG rules, which say to ignore a relative path in {@code variable}. */
  private Path xdgFolder(String variable, String belowHome) {
    Path named = Path.of(environment.getOrDefault(variable, ""));
    return named.isAbsolute() ? named : home(environment).resolve(belowHome);
  }
}
