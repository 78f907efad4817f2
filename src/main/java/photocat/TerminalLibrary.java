package photocat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The native library of JLine as the build has unpacked it. JLine itself would unpack one at every
 * prompt, and a process that is killed would leave it in the temporary folder.
 */
final class TerminalLibrary {
  private static final String FOLDER_FOR_JLINE = "library.jline.path";

  private TerminalLibrary() {}

  /** Tells JLine where it lies, unless it was told already. */
  static void offer() {
    if (System.getProperty(FOLDER_FOR_JLINE) == null) {
      folder(System.getProperty("java.class.path"), "jlinenative")
          .ifPresent(folder -> System.setProperty(FOLDER_FOR_JLINE, folder.toString()));
    }
  }

  /**
   * Returns the folder that the native library {@code library} lies in.
   *
   * @param classPath of Java: where the app runs, the jar of photocat alone
   */
  static Optional<Path> folder(String classPath, String library) {
    Path folder = Path.of(classPath).toAbsolutePath().resolveSibling("lib");
    boolean isThere = Files.exists(folder.resolve(System.mapLibraryName(library)));
    return isThere ? Optional.of(folder) : Optional.empty();
  }
}
