package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that want the catalogue while another photocat has it, or all at once. */
@EnabledOnOs(OS.LINUX)
final class BusyCatalogTest {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() throws Exception {
    for (Process process : started) {
      process.destroyForcibly();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void allOfManyAtOnceEndWellThoughThereWasNoCatalogue() throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Path list = Files.writeString(folder.resolve("list" + i), "Species number%d\n".formatted(i));
      all.add(
          switch (i % 3) {
            case 0 -> start("-c", "CREATE TABLE t%d AS SELECT %d AS n".formatted(i, i));
            case 1 -> start("-c", "SELECT %d AS n".formatted(i));
            default -> start("shortlist", "load", list.toString());
          });
    }

    for (Process process : all) {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(narration(process)).isZero();
    }
    Process last = start("-c", "SELECT count(*) AS c FROM shortlist, t0, t3, t6");
    assertThat(data(last)).isEqualTo("c\n3\n");
  }

  @Test
  void waitsForAPhotocatThatDoesNotAnswerAndNamesItWhenTheTimeIsOver() throws Exception {
    Process holder =
        start("-c", "CREATE TABLE t AS SELECT 1 AS n", "-c", "SELECT 'ready'", "-f", "-");
    BufferedReader says = holder.inputReader(StandardCharsets.UTF_8);
    assertThat(says.readLine()).isEqualTo("'ready'");
    while (!Files.exists(folder.resolve("c.duckdb.sock"))) {
      Thread.onSpinWait();
    }
    OtherJvm.signal("STOP", holder.toHandle());

    Process hasty = start("--set", "catalog.wait=PT3S", "-c", "FROM t");
    assertThat(hasty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(hasty.exitValue()).isEqualTo(4);
    String named = "process %d (photocat -c CREATE TABLE t AS SELECT 1".formatted(holder.pid());
    assertThat(narration(hasty))
        .startsWith("waiting for ")
        .contains("error: cannot open catalogue %s: %s".formatted(file(), named))
        .contains(", which is stopped, holds it\n")
        .endsWith("  hint: 'kill -CONT %d' lets it go on\n".formatted(holder.pid()));

    Process patient = start("-c", "FROM t");
    BufferedReader tells = patient.errorReader(StandardCharsets.UTF_8);
    assertThat(tells.readLine()).startsWith("waiting for ").endsWith("; Ctrl-C stops the wait");
    OtherJvm.signal("CONT", holder.toHandle());
    assertThat(data(patient)).isEqualTo("n\n1\n");
    assertThat(patient.waitFor()).isZero();
  }

  @Test
  void ctrlCStopsTheWait() throws Exception {
    Process holder = start("--read-only", "-c", "SELECT 1", "-f", "-");
    assertThat(holder.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("1");
    start("-c", "CREATE TABLE t AS SELECT 1 AS n").waitFor();
    Process reader = start("--read-only", "-c", "FROM t", "-f", "-");
    assertThat(reader.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("n");

    Process writer = start("-c", "CREATE TABLE u AS SELECT 1 AS n");
    assertThat(writer.errorReader(StandardCharsets.UTF_8).readLine())
        .startsWith("waiting for process %d (photocat --read-only".formatted(reader.pid()));
    OtherJvm.signal("INT", writer.toHandle());

    assertThat(writer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(writer.exitValue()).isEqualTo(130);
  }

  private static String data(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String narration(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(OtherJvm.photocat(arguments)).directory(folder.toFile());
    builder.environment().put("PHOTOCAT_CATALOG", file().toString());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Path file() {
    return folder.resolve("c.duckdb");
  }
}
