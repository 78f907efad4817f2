package photocat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own, started by a script as the real one is. */
final class DemoProcessTest {
  private static final long PATIENCE_SECONDS = 50;

  @TempDir private Path folder;

  @BeforeEach
  void writeAScript() throws IOException {
    Path script = Files.createDirectory(folder.resolve("ann's clone")).resolve("photocat");
    Files.writeString(
        script,
        """
        #!/bin/sh
        export %s="$0"
        exec '%s' "$@"
        """
            .formatted(CalledAs.VARIABLE, String.join("' '", OtherJvm.photocat())));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void itsLastLinesAreCommandsThatWorkAsTyped() throws Exception {
    String said = run(0, "\"ann's clone/photocat\" demo --out 'my \"demo\" $x'");

    List<String> lines = said.lines().dropWhile(line -> !line.equals("Try next:")).toList();
    assertThat(lines).hasSize(6);
    // As a reader goes on; the prompt ends at once, since nobody types.
    String answers = run(0, "set -e\n" + String.join("\n", lines.subList(1, 6)));
    assertThat(answers)
        .contains("\ngaps,")
        .contains("quercus_robur/")
        .contains("Usage: photocat ingest");
    assertThat(folder.resolve("catalog")).as("a catalogue that is not the demo's").doesNotExist();
  }

  @Test
  void endsWithThreeAndTheReasonWhereThisMachineDoesNotReachItself() throws Exception {
    String network = "unshare --map-root-user --net ";
    assumeTrue(canRun(network + "true"), "needs a network of its own: " + network);

    String said = run(3, network + "\"ann's clone/photocat\" demo");

    assertThat(said)
        .contains(
            "error: the demo ends here: 0 of 44 photos came, for this machine does not reach itself"
                + " at 127.0.0.1: Network is unreachable\n")
        .doesNotContain("Try next");
  }

  @Test
  void needsNoProxyAndNoTemporaryFolder() throws Exception {
    String proxy = "http://127.0.0.1:1";
    List<String> flags =
        List.of(
            "-Dhttp.proxyHost=127.0.0.1",
            "-Dhttp.proxyPort=1",
            "-Djava.net.preferIPv6Addresses=true",
            "-Djava.io.tmpdir=/no/such/folder");
    ProcessBuilder demo =
        new ProcessBuilder(OtherJvm.command(flags, Main.class, "demo"))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    List.of("http_proxy", "https_proxy", "ALL_PROXY", "HTTP_PROXY")
        .forEach(name -> demo.environment().put(name, proxy));
    demo.environment().put("HOME", "/no/such/home");
    demo.environment().remove("XDG_CONFIG_HOME");

    Process process = demo.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("44 of 45 files");
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void beginsAnewWhereverItWasKilled() throws Exception {
    for (String step : List.of("export", "download", "manifest", "ingest")) {
      // Each comes this far only where it has begun anew after the one before.
      killAt(step);
    }

    assertThat(run(0, "\"ann's clone/photocat\" demo")).contains("Try next:");
  }

  @Test
  void leavesACatalogueAloneThatAnotherProcessHasOpen() throws Exception {
    run(0, "\"ann's clone/photocat\" demo");
    Path catalog = folder.resolve("catalog/demo/photocat.duckdb");
    for (String how : List.of("", "--read-only")) {
      List<String> prompt =
          OtherJvm.photocat("--catalog", catalog.toString(), "-c", "SELECT 42", "-f", "-");
      if (!how.isEmpty()) {
        prompt.add(how);
      }
      Process other = new ProcessBuilder(prompt).start();
      try (BufferedReader answers = other.inputReader(UTF_8)) {
        // Once it has answered, it has the catalogue open.
        assertThat(answers.readLine()).isEqualTo("42");

        assertThat(run(4, "\"ann's clone/photocat\" demo"))
            .isEqualTo(
                """
                error: cannot run the demo: another process has its catalogue open: %s
                  hint: end that, or choose another folder with --out DIR
                """
                    .formatted(catalog));
      } finally {
        other.destroyForcibly().waitFor();
      }
      assertThat(catalog).exists();
    }
  }

  /** Ends a demo, as the kernel would, when it has shown the line of the command {@code step}. */
  private void killAt(String step) throws Exception {
    Process demo =
        new ProcessBuilder(OtherJvm.photocat("demo"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = demo.inputReader(UTF_8)) {
      String line = said.readLine();
      while (line != null && !line.startsWith("$ photocat " + step)) {
        assertThat(line).doesNotStartWith("error:");
        line = said.readLine();
      }
      assertThat(line).as(step).isNotNull();
    } finally {
      demo.destroyForcibly().waitFor();
    }
  }

  private boolean canRun(String command) throws Exception {
    return start(command).waitFor() == 0;
  }

  private String run(int exitCode, String command) throws Exception {
    Process process = start(command);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    String said = Files.readString(folder.resolve("said"));
    assertThat(process.exitValue()).as("%s: %s", command, said).isEqualTo(exitCode);
    return said;
  }

  private Process start(String command) throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    shell.environment().put("XDG_CONFIG_HOME", folder.toString());
    return shell.start();
  }
}
