package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photocat.LauncherClone.Ended;

/** The first start, which builds. */
final class FirstBuildTest {
  private static final String START = "\"$clone/photocat\" x";

  @TempDir private Path folder;
  private LauncherClone clone = new LauncherClone(Path.of(""));

  @BeforeEach
  void makeClone() throws IOException {
    clone = LauncherClone.in(folder);
  }

  @Test
  void saysWhatItDoesAndDoesItOnce() throws Exception {
    Ended first = clone.run(START);
    Ended second = clone.run(START);

    assertThat(first.narration())
        .isEqualTo(
            "building photocat in %s, at the first start only: up to 145 MB from Maven Central, a minute or two\n"
                .formatted(clone.home()));
    assertThat(first.words()).containsExactly("x");
    assertThat(second.narration()).isEmpty();
    assertThat(clone.mavenRuns()).isEqualTo(1);
    assertThat(clone.home().resolve("target/first-build")).doesNotExist();
  }

  @Test
  void tellsHowFarMavenIs() throws Exception {
    Files.writeString(
        folder.resolve("log"),
        """
        [INFO] Scanning for projects...
        [INFO] Downloading from central: https://repo.example.org/a/b-1.0.pom
        [INFO] Downloading from central: https://repo.example.org/a/c-1.0.jar
        [INFO] Downloaded from central: https://repo.example.org/a/b-1.0.pom (999 B at 1 kB/s)
        [INFO] Downloaded from central: https://repo.example.org/a/d-1.0.pom (500 kB at 1 kB/s)
        [INFO] Downloaded from central: https://repo.example.org/a/e-1.0.jar (76.5 MB at 9 MB/s)
        """);
    String stage = ". \"$clone/.mvn/first-build.sh\"; log=$folder/log; maven_stage";

    assertThat(clone.run("home=.\n" + stage).data()).isEqualTo("3 files, 77 MB, c-1.0.jar");
    assertThat(clone.run("home=.; : > log\n" + stage).data())
        .isEqualTo("0 files, 0 MB, fetching Maven");
    assertThat(
            clone
                .run(
                    "home=.; echo '[INFO] --- compiler:3.14.0:compile (x) @ y ---' > log\n" + stage)
                .data())
        .isEqualTo("0 files, 0 MB, compiling");
  }

  @Test
  void buildsAgainWhatWasInterrupted() throws Exception {
    clone.maven("mkdir -p target/app target/classes; : > target/app/half; kill -TERM $PPID\n");
    Ended interrupted = clone.run(START);
    clone.maven(
        "[ ! -e target/app/half ] && [ ! -e target/classes ] || exit 1\n" + LauncherClone.MAKE_APP);

    Ended again = clone.run(START);

    assertThat(interrupted.exitCode()).isEqualTo(143);
    assertThat(interrupted.narration()).endsWith("interrupted: the next start builds photocat\n");
    assertThat(again.words()).as(again.narration()).containsExactly("x");
  }

  @Test
  void waitsForAnotherStartThatBuilds() throws Exception {
    clone.maven("echo building > \"$folder/begun\"; cat \"$folder/go\"\n" + LauncherClone.MAKE_APP);
    clone.run("mkfifo begun go");
    Process first = clone.start(START);
    assertThat(Files.readString(folder.resolve("begun"))).isEqualTo("building\n");
    Process second = clone.start(START);

    try (BufferedReader narration = second.errorReader(StandardCharsets.UTF_8)) {
      assertThat(narration.readLine())
          .isEqualTo("waiting for another start of photocat, which builds it now");
      Files.writeString(folder.resolve("go"), "now");
      assertThat(narration.readLine()).isNull();
    }

    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue() + second.exitValue()).isZero();
    assertThat(clone.mavenRuns()).isEqualTo(1);
  }

  /** Whatever the clock says: it may have been wrong, or that of a file server. */
  @ParameterizedTest
  @ValueSource(longs = {-5, 0, 5})
  void takesOverFromAStartThatWasKilled(long minutes) throws Exception {
    Path lock = Files.createDirectories(clone.home().resolve("target/first-build"));
    clone.run(
        "uname -n > clone/target/first-build/host; sh -c 'echo $$' > clone/target/first-build/start");
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().plus(Duration.ofMinutes(minutes))));

    Ended ended = clone.run(START);

    assertThat(ended.words()).as(ended.narration()).containsExactly("x");
    assertThat(clone.mavenRuns()).isEqualTo(1);
    assertThat(lock).doesNotExist();
  }

  /** It may go on for long, and two would take files from each other. */
  @Test
  void waitsForTheMavenOfAStartThatWasKilled() throws Exception {
    clone.maven("echo building > \"$folder/begun\"; cat \"$folder/go\"\n" + LauncherClone.MAKE_APP);
    clone.run("mkfifo begun go");
    Process killed = clone.start("exec " + START);
    assertThat(Files.readString(folder.resolve("begun"))).isEqualTo("building\n");
    killed.destroyForcibly().waitFor();
    Process second = clone.start(START);

    try (BufferedReader narration = second.errorReader(StandardCharsets.UTF_8)) {
      assertThat(narration.readLine())
          .isEqualTo("waiting for another start of photocat, which builds it now");
      Files.writeString(folder.resolve("go"), "now");
      assertThat(narration.readLine()).isNull();
    }

    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(clone.mavenRuns()).isEqualTo(1);
    assertThat(clone.run(START).narration()).isEmpty();
  }

  @Test
  void givesUpWhoeverIsDeadHereSoonAndAnyElseAfterAMinute() throws Exception {
    assertThat(isGivenUp("here", "$$", 59)).isFalse();
    assertThat(isGivenUp("here", "$$", 60)).isTrue();
    assertThat(isGivenUp("here", "$dead", 2)).isFalse();
    assertThat(isGivenUp("here", "$dead", 3)).isTrue();
    assertThat(isGivenUp("elsewhere", "$dead", 59)).isFalse();
    assertThat(isGivenUp("elsewhere", "$dead", 60)).isTrue();
  }

  private boolean isGivenUp(String host, String maven, int idle) throws Exception {
    return clone
            .run(
                """
                home=clone; . clone/.mvn/first-build.sh; mkdir -p "$lock"; idle=%d
                dead=$(sh -c 'echo $$'); here=$(uname -n); elsewhere=x$here
                echo "$%s" > "$lock/host"; echo "$dead" > "$lock/start"; echo "%s" > "$lock/maven"
                is_given_up
                """
                    .formatted(idle, host, maven))
            .exitCode()
        == 0;
  }

  @Test
  void givesMavenTheHomeFolderOfTheUserWhereNoVariableNamesIt() throws Exception {
    clone.maven("echo \"$HOME\" > home\n" + LauncherClone.MAKE_APP);

    Ended ended = clone.run("eval echo ~$(id -un); unset HOME; \"$clone/photocat\" x > /dev/null");

    assertThat(Files.readString(clone.home().resolve("home"))).isEqualTo(ended.data());
  }

  @Test
  void saysAtOnceThatTheCloneCannotBeWritten() throws Exception {
    Files.writeString(clone.home().resolve("target"), "in the way, even of root");

    Ended ended = clone.run(START);

    assertThat(ended.narration())
        .isEqualTo(
            """
            error: cannot build photocat: cannot write to %s/target: File exists
              hint: start it once as a user who can write there, or make a clone of your own
            """
                .formatted(clone.home()));
    assertThat(clone.mavenRuns()).isZero();
  }

  @Test
  void saysThatAJavaWithoutACompilerBuildsNothing() throws Exception {
    Ended ended = clone.run("rm jdk/bin/javac; " + START);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.narration())
        .isEqualTo(
            """
            error: %s has no compiler beside it
              hint: install a JDK 17 or newer, or set JAVA_HOME to one
            """
                .formatted(folder.resolve("jdk/bin/java")));
  }

  @Test
  void saysInOneLineThatMavenCentralIsOutOfReach() throws Exception {
    String transfer = "Could not transfer artifact a:b:pom:1 from/to central (https://r.example): ";
    assertThat(
            complaint(
                "[ERROR] Some problems were encountered\\n[ERROR] Non-resolvable import POM: The"
                    + " following artifacts could not be resolved: a:b:pom:1 (absent): "
                    + transfer
                    + "r.example: Temporary failure in name resolution @ line 32, column 19: x"))
        .isEqualTo(unreachable("r.example: Temporary failure in name resolution"));
    assertThat(
            complaint(
                "[ERROR] Plugin p or one of its dependencies could not be resolved:\\n[ERROR] "
                    + transfer
                    + "status code: 407, reason phrase: Proxy needs a name (407) -> [Help 1]"))
        .isEqualTo(unreachable("status code: 407, reason phrase: Proxy needs a name (407)"));
    assertThat(
            complaint(
                "wget: unable to resolve host address r.example\\n"
                    + "wget: Failed to fetch https://r.example/maven.zip"))
        .isEqualTo(unreachable("wget: unable to resolve host address r.example"));
    assertThat(
            complaint(
                "ERROR: cannot verify the certificate of r.example:\\n  Unable to verify the"
                    + " authority.\\nTo connect insecurely, use x.\\nwget: Failed to fetch x"))
        .isEqualTo(unreachable("ERROR: cannot verify the certificate of r.example"));
    assertThat(complaint("https://r.example/maven.zip:\\n2026-11-30 10:00:00 ERROR 407: No."))
        .isEqualTo(unreachable("2026-11-30 10:00:00 ERROR 407: No."));
    assertThat(complaint("wget: Failed to fetch https://r.example/maven.zip"))
        .isEqualTo(unreachable("wget: Failed to fetch https://r.example/maven.zip"));
    assertThat(
            complaint(
                "Exception in thread \"main\" java.net.UnknownHostException: r.example\\n\\tat java"))
        .isEqualTo(unreachable("java.net.UnknownHostException: r.example"));
  }

  @Test
  void saysInOneLineWhatElseWentWrong() throws Exception {
    String whole = "\n  hint: all that Maven said is in %s\n".formatted(log());

    assertThat(
            complaint(
                "[INFO] x\\n[ERROR] COMPILATION ERROR :\\n[ERROR] Failed to execute goal a:b: no room"
                    + " -> [Help 1]\\n[ERROR] "))
        .isEqualTo("error: cannot build photocat: Failed to execute goal a:b: no room" + whole);
    assertThat(complaint("mkdir: cannot create directory /root/.m2\\n"))
        .isEqualTo(
            "error: cannot build photocat: mkdir: cannot create directory /root/.m2" + whole);
    assertThat(complaint("Error: Failed to validate Maven\\nIf you updated"))
        .isEqualTo("error: cannot build photocat: Failed to validate Maven" + whole);
    assertThat(
            complaint(
                "Unrecognized option: -Xbad\\nError: Could not create the Java Virtual Machine.\\n"
                    + "Error: A fatal exception has occurred. Program will exit."))
        .isEqualTo("error: cannot build photocat: Unrecognized option: -Xbad" + whole);
    assertThat(
            complaint(
                "[ERROR] Error executing Maven.\\n[ERROR] 1 problem was encountered while building"
                    + " x\\n[FATAL] Non-readable settings: y @2:1"))
        .isEqualTo("error: cannot build photocat: Non-readable settings: y @2:1" + whole);
    assertThat(
            complaint(
                "[ERROR] [ERROR] Some problems were encountered\\n[ERROR] Non-resolvable import POM:"
                    + " offline mode @ line 35, column 1\\n @ \\n[ERROR] [Help 1] http://x"))
        .isEqualTo("error: cannot build photocat: Non-resolvable import POM: offline mode" + whole);
    assertThat(complaint("[INFO] x\\n[ERROR] Java heap space -> [Help 1]\\n[ERROR] \\n[ERROR] y"))
        .isEqualTo("error: cannot build photocat: Java heap space" + whole);
    assertThat(complaint(""))
        .isEqualTo("error: cannot build photocat: Maven ended with 1 and said nothing" + whole);
  }

  @Test
  void saysWhatToDoWhereItKnows() throws Exception {
    String whole = "all that Maven said is in %s\n".formatted(log());
    String home = folder + "/home/.m2";

    assertThat(
            complaint(
                "[INFO] x\\n[ERROR] Failed to execute goal a:b: Error while expanding c\\n"
                    + "java.io.IOException: No space left on device"))
        .isEqualTo(
            "error: cannot build photocat: No space left on device\n  hint: make room in %s and %s; %s"
                .formatted(clone.home().resolve("target"), home, whole));
    assertThat(complaint("[INFO] Compiling", "kill -KILL $$"))
        .endsWith(
            "error: cannot build photocat: signal 9 ended Maven\n"
                + "  hint: the system does so where memory is short; "
                + whole);
    assertThat(
            complaint(
                "Error: Could not find or load main class"
                    + " org.codehaus.plexus.classworlds.launcher.Launcher"))
        .isEqualTo(
            """
            error: cannot build photocat: the Maven that was fetched is not whole
              hint: remove %s/wrapper: the next start fetches it again
            """
                .formatted(home));
  }

  private String unreachable(String reason) {
    return """
        error: cannot build photocat: cannot fetch from Maven Central: %s
          hint: docs/how-to/set-up.md says what to set behind a proxy; all that Maven said is in %s
        """
        .formatted(reason, log());
  }

  private Path log() {
    return clone.home().resolve("target/first-build.log");
  }

  /**
   * Returns what the launcher says of a Maven that fails with {@code log}, after its first line.
   */
  private String complaint(String log) throws Exception {
    return complaint(log, "exit 1");
  }

  private String complaint(String log, String end) throws Exception {
    clone.maven("printf '%b\\n' '" + log + "'; " + end + "\n");
    Ended ended = clone.run(START);
    assertThat(ended.exitCode()).isEqualTo(1);
    return ended.narration().substring(ended.narration().indexOf('\n') + 1);
  }
}
