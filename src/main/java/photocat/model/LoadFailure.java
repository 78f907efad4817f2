package photocat.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Says why a class or a native library of photocat's own could not be loaded. The JVM names the
 * class only, not the file that is missing or cut short, that this user may not read, or that could
 * not be opened beside all others.
 */
public final class LoadFailure {
  private static final String NATIVE = "libduckdb_java.so";

  private LoadFailure() {}

  /**
   * Loads DuckDB's library, which it would do itself, but print a trace where it cannot.
   *
   * @throws PhotocatException when the app has one that cannot be loaded
   */
  public static void loadNative() {
    Path jar = Path.of(System.getProperty("java.class.path"));
    if (Files.isRegularFile(jar)) {
      try {
        Optional<PhotocatException> flaw =
            flawOfNative(jar.resolveSibling("lib"), new UnsatisfiedLinkError(NATIVE));
        if (flaw.isPresent()) {
          throw flaw.get();
        }
      } catch (IOException e) {
        throw failure(jar.resolveSibling("lib"), e, new UnsatisfiedLinkError(NATIVE));
      }
    }
  }

  /** Returns what is wrong with the app that runs here, empty if it is not that. */
  static Optional<PhotocatException> of(LinkageError error) {
    return of(error, Path.of(System.getProperty("java.class.path")));
  }

  /**
   * The same for any app.
   *
   * @param jar whose manifest names the others
   */
  static Optional<PhotocatException> of(LinkageError error, Path jar) {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty(); // from class files, not from an app
    }
    try {
      for (String name : others(jar)) {
        Optional<PhotocatException> flaw = flaw(jar.resolveSibling(name), error);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
      return flawOfNative(jar.resolveSibling("lib"), error).or(() -> ofClass(jar, error));
    } catch (IOException e) {
      return Optional.of(failure(jar, e, error));
    }
  }

  private static List<String> others(Path jar) throws IOException {
    try (JarFile opened = new JarFile(jar.toFile())) {
      Manifest manifest = opened.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      // Others than relative ones are not of an app.
      return names == null
          ? List.of()
          : Stream.of(names.split(" ")).filter(name -> !name.contains(":")).toList();
    }
  }

  private static Optional<PhotocatException> flaw(Path jar, LinkageError error) {
    try {
      // Which tells the reason apart from the name.
      Files.newInputStream(jar).close();
      new ZipFile(jar.toFile()).close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(failure(jar, e, error));
    }
  }

  private static Optional<PhotocatException> flawOfNative(Path folder, LinkageError error)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(NATIVE)).toList()) {
        try {
          System.load(file.toAbsolutePath().toString());
        } catch (UnsatisfiedLinkError e) {
          // It repeats the path.
          String found = String.valueOf(e.getMessage()).replace(file.toAbsolutePath() + ": ", "");
          return Optional.of(failure(file, OneLine.of(found), error));
        }
      }
    }
    return Optional.empty();
  }

  /** All files can be read, but one does not have what belongs into it. */
  private static Optional<PhotocatException> ofClass(Path jar, LinkageError error) {
    return error.getCause() instanceof ClassNotFoundException
        ? Optional.of(
            PhotocatException.of(
                    ExitStatus.FAILED, "cannot load a part of photocat: " + error, error)
                .withHint(remedy(jar, "")))
        : Optional.empty();
  }

  private static PhotocatException failure(Path file, IOException found, LinkageError error) {
    return failure(file, FailureReason.of(found), error);
  }

  private static PhotocatException failure(Path file, String found, LinkageError error) {
    return PhotocatException.of(
            ExitStatus.FAILED,
            "cannot load %s, a part of photocat: %s".formatted(file, found),
            error)
        .withHint(remedy(file, found));
  }

  private static String remedy(Path file, String found) {
    if (found.contains("Too many open files")) {
      return "allow more of them: ulimit -n 1024";
    }
    if (found.contains("ermission denied")) {
      return "whoever built it can let others read it: chmod -R go+rX " + file.getParent();
    }
    if (found.contains("failed to map") || found.contains("cannot allocate memory")) {
      return "its disk is mounted with noexec, or 'ulimit -v' leaves too little memory";
    }
    return "remove %s: the next start builds photocat again".formatted(appOf(file));
  }

  private static Path appOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder != null && folder.endsWith("lib") && folder.getParent() != null
        ? folder.getParent()
        : file.toAbsolutePath().normalize().resolveSibling("");
  }
}
