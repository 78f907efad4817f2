package photocat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class that takes input from fuzzers: {@code …Fuzz} among the tests, beside what it tries. The
 * folder {@code …FuzzInputs} among their resources has the inputs that fuzzers begin with, and
 * those that found a fault once.
 *
 * @param className its full name
 */
record FuzzTarget(String className) {
  private static final Path SOURCES = Path.of("src/test/java");
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String JAVA = ".java";

  /** Returns all, in the order of their names. */
  static List<FuzzTarget> all() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(file -> file.endsWith("Fuzz" + JAVA))
          .map(file -> file.substring(0, file.length() - JAVA.length()).replace('/', '.'))
          .sorted()
          .map(FuzzTarget::new)
          .toList();
    }
  }

  /** Returns every folder of inputs, whether it belongs to a target or not. */
  static List<Path> allFolders() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.getFileName().toString().endsWith("FuzzInputs")).toList();
    }
  }

  Path folder() {
    return RESOURCES.resolve(className.replace('.', '/') + "Inputs");
  }

  List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList();
    }
  }

  /** Does with {@code input} what a fuzzer does. */
  void take(byte[] input) throws Throwable {
    Method method = Class.forName(className).getMethod("fuzzerTestOneInput", byte[].class);
    try {
      method.invoke(null, (Object) input);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Returns its name without its package, for names of tests and files. */
  @Override
  public String toString() {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
