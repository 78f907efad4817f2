package photocat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer on each target, in a JVM of its own that alone has Jazzer's agent. What it finds lies in
 * {@code target/fuzz}; its time, and how many run at once, the profile {@code fuzz} says.
 */
@Tag("fuzz")
final class FuzzTest {
  private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();
  private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
  private static final Pattern INPUTS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

  static List<FuzzTarget> targets() throws IOException {
    return FuzzTarget.all();
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Execution(ExecutionMode.CONCURRENT)
  void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.toString());
    Files.createDirectories(folder.resolve("corpus"));
    Path log = folder.resolve("log");

    int exit =
        new ProcessBuilder(command(target, folder))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(folder.toFile())
            .start()
            .waitFor();

    String said = Files.readString(log, ISO_8859_1);
    assertThat(exit)
        .as("Jazzer on %s; what it found lies beside %s:%n%s", target, log, end(said))
        .isZero();
    System.out.printf(
        "%s: %s inputs, coverage %s, nothing found%n",
        target, last(INPUTS, said), last(COVERAGE, said));
  }

  private static List<String> command(FuzzTarget target, Path folder) throws IOException {
    // Little memory, so that it is seen who takes much; the faster compiler, since it runs long.
    List<String> flags =
        List.of("-Xmx400m", "-XX:TieredStopAtLevel=4", "-XX:+EnableDynamicAgentLoading");
    List<String> arguments =
        List.of(
            "--target_class=" + target.className(),
            "--instrumentation_includes=photocat.**",
            "--custom_hook_includes=photocat.**",
            // It trips over statements that were prepared (0.30.0); all our values are bound.
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.SqlInjection",
            "--reproducer_path=" + folder,
            folder.resolve("corpus").toString(),
            target.folder().toAbsolutePath().toString(),
            "-artifact_prefix=" + folder + "/",
            "-max_total_time=" + seconds(),
            "-seed=" + Integer.getInteger("fuzz.seed", 1),
            "-timeout=60",
            "-max_len=4096",
            "-len_control=0",
            "-print_final_stats=1");
    try (Stream<Path> jars = Files.list(FOLDER.resolve("lib"))) {
      return OtherJvm.command(flags, jars.toList(), JAZZER, arguments);
    }
  }

  private static long seconds() throws IOException {
    int all = Integer.getInteger("fuzz.seconds", 300);
    int atOnce = Integer.getInteger("junit.jupiter.execution.parallel.config.fixed.parallelism", 1);
    return Math.max(5, (long) all * atOnce / targets().size());
  }

  private static String last(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    String found = "no";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return found;
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - 4_000));
  }
}
