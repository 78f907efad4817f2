package photocat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadFailureTest {
  @TempDir private Path app;

  @BeforeEach
  void makeApp() throws IOException {
    Files.createDirectory(app.resolve("lib"));
    jar("lib/one.jar", "");
    jar("lib/two.jar", "");
    jar("photocat.jar", "lib/one.jar lib/two.jar file:///elsewhere.jar");
  }

  @Test
  void namesAJarThatIsMissing() throws IOException {
    Files.delete(app.resolve("lib/two.jar"));

    assertThat(flaw())
        .isEqualTo(
            "cannot load %1$s/lib/two.jar, a part of photocat: there is no such file or folder; remove %1$s: the next start builds photocat again"
                .formatted(app));
  }

  @Test
  void namesAJarThatIsCutShort() throws IOException {
    Files.write(app.resolve("lib/one.jar"), new byte[] {'P', 'K', 3, 4, 0});

    assertThat(flaw()).startsWith("cannot load %s/lib/one.jar, a part".formatted(app));
  }

  @Test
  void namesANativeLibraryThatCannotBeLoaded() throws IOException {
    // Of any other file that is no library the JVM itself warns, on the streams of the tests.
    Files.createSymbolicLink(app.resolve("lib/libduckdb_java.so_any"), Path.of("nowhere"));

    assertThat(flaw())
        .startsWith("cannot load %s/lib/libduckdb_java.so_any, a part of photocat: ".formatted(app))
        .doesNotContain("so_any: /");
  }

  @Test
  void namesTheClassWhereAllFilesAreWell() {
    assertThat(flaw())
        .isEqualTo(
            "cannot load a part of photocat: java.lang.NoClassDefFoundError: a/B; remove %s: the next start builds photocat again"
                .formatted(app));
  }

  @Test
  void isABugWhereNothingIsMissingOrThereIsNoApp() {
    LinkageError ours = new ExceptionInInitializerError(new IllegalStateException());

    assertThat(LoadFailure.of(ours, app.resolve("photocat.jar"))).isEmpty();
    assertThat(LoadFailure.of(error(), app.resolve("classes"))).isEmpty();
  }

  private static LinkageError error() {
    LinkageError error = new NoClassDefFoundError("a/B");
    error.initCause(new ClassNotFoundException("a.B"));
    return error;
  }

  private String flaw() {
    PhotocatException flaw = LoadFailure.of(error(), app.resolve("photocat.jar")).orElseThrow();
    assertThat(flaw.kind()).isEqualTo(ExitStatus.FAILED);
    return flaw.message() + "; " + flaw.hint().orElseThrow();
  }

  private void jar(String name, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    new JarOutputStream(Files.newOutputStream(app.resolve(name)), manifest).close();
  }
}
