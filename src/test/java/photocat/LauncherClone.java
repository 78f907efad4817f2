package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with the launcher's own scripts, and with stand-ins for all that they start: a JDK whose
 * {@code java} prints what it is given, word by word, and a Maven that makes an empty app and
 * counts its runs. Tests are shell texts in UTF-8, so that no locale stands between them and the
 * launcher.
 *
 * @param folder the parent of all of it; texts run here
 */
record LauncherClone(Path folder) {
  /** What a stand-in for Maven does when it does what it should. */
  static final String MAKE_APP = "mkdir -p target/app; echo jar > target/app/photocat.jar\n";

  private static final long PATIENCE_SECONDS = 50;
  private static final List<String> SCRIPTS =
      List.of("photocat", ".mvn/locale.sh", ".mvn/first-build.sh");

  /** What a text left behind. */
  record Ended(int exitCode, String data, String narration) {
    /** The words that came after the jar: those for photocat itself. */
    List<String> words() {
      List<String> all = data.lines().toList();
      return all.subList(all.indexOf("-jar") + 2, all.size());
    }
  }

  static LauncherClone in(Path folder) throws IOException {
    LauncherClone clone = new LauncherClone(folder);
    for (String script : SCRIPTS) {
      Path copy = clone.home().resolve(script);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(script), copy);
    }
    Files.writeString(clone.home().resolve("pom.xml"), "<project />");
    clone.maven(MAKE_APP);
    clone.jdk("jdk", "17.0.9");
    return clone;
  }

  /** Returns where the launcher is: {@code $clone} in texts. */
  Path home() {
    return folder.resolve("clone");
  }

  /** Makes the app, as a first start has left it. */
  LauncherClone built() throws IOException {
    Files.createDirectories(home().resolve("target/app"));
    Files.writeString(home().resolve("target/app/photocat.jar"), "jar");
    return this;
  }

  /** Makes the real program the app: a jar that only names the classes that are tested here. */
  LauncherClone withTheRealProgram(Predicate<String> entry) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "photocat.Main");
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    main.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(":"))
            .filter(entry)
            .map(file -> Path.of(file).toUri().toString())
            .collect(Collectors.joining(" ")));
    built();
    try (OutputStream file = Files.newOutputStream(home().resolve("target/app/photocat.jar"))) {
      new JarOutputStream(file, manifest).close();
    }
    return this;
  }

  /** Puts {@code text} in place of Maven. */
  void maven(String text) throws IOException {
    Files.writeString(home().resolve("mvnw"), "echo run >> runs\n" + text);
  }

  /** Returns how often Maven was run. */
  int mavenRuns() throws IOException {
    Path runs = home().resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  /** Makes a JDK of {@code version} in the folder {@code name}. */
  Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    program(
        jdk.resolve("bin/java"),
        """
        case "$*" in *ArchiveClassesAtExit*) exit ;; esac
        printf '%s\\n' "$@"
        """);
    program(jdk.resolve("bin/javac"), "");
    Files.writeString(
        jdk.resolve("release"),
        "IMPLEMENTOR=\"Nobody, Inc.\"\nJAVA_RUNTIME_VERSION=\"%1$s+9\"\nJAVA_VERSION=\"%1$s\"\n"
            .formatted(version));
    return jdk;
  }

  static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Runs {@code text} to its end. */
  Ended run(String text) throws IOException, InterruptedException {
    Process process = start(text);
    String data = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String narration = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), data, narration);
  }

  /** Starts {@code text}. */
  Process start(String text) throws IOException {
    return builder(text).redirectInput(Path.of("/dev/null").toFile()).start();
  }

  /** Prepares a shell for {@code text}: the launcher is in {@code $clone}, the JDK in JAVA_HOME. */
  ProcessBuilder builder(String text) throws IOException {
    Path script = Files.createTempFile(folder, "text", ".sh");
    Files.writeString(script, "cd \"$folder\" || exit\nPATH=$folder/bin:$PATH\n" + text);
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PHOTOCAT_") || name.startsWith("LC_"));
    environment
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", folder.resolve("home").toString());
    environment.keySet().remove("MAVEN_USER_HOME");
    environment.put("folder", folder.toString());
    environment.put("clone", home().toString());
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    return builder;
  }
}
