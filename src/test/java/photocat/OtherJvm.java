package photocat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs on the classes of this JVM, in a JVM of their own. */
public final class OtherJvm {
  /** Where this one has its temporary files and native libraries. */
  private static final List<String> PLACES =
      List.of("java.io.tmpdir", "library.jline.path", "org.sqlite.lib.path");

  /**
   * A build that was started with {@code nohup}, or with {@code &} in a script, hands down to all
   * its programs that a signal is ignored. GNU's {@code env} gives them back what is usual.
   */
  private static final List<String> USUAL_SIGNALS = usualSignals();

  private OtherJvm() {}

  /** Returns the words that start photocat as the launcher would, but for a short life. */
  public static List<String> photocat(String... arguments) {
    return command(List.of(), Main.class, arguments);
  }

  /** Returns the words that start {@code main} with more flags for its JVM. */
  public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
    return command(flags, List.of(), main.getName(), List.of(arguments));
  }

  /** Returns the words that start the class {@code main}, which may be in one of {@code jars}. */
  static List<String> command(
      List<String> flags, List<Path> jars, String main, List<String> arguments) {
    List<String> words = withUsualSignals();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    // What the jar's manifest says; a newer Java warns on standard error otherwise.
    words.add("--enable-native-access=ALL-UNNAMED");
    for (String place : PLACES) {
      String value = System.getProperty(place);
      if (value != null) {
        words.add("-D" + place + "=" + value);
      }
    }
    words.addAll(flags);
    String classPath =
        Stream.concat(jars.stream(), Stream.of(System.getProperty("java.class.path")))
            .map(String::valueOf)
            .collect(Collectors.joining(File.pathSeparator));
    words.addAll(List.of("-cp", classPath, main));
    words.addAll(arguments);
    return words;
  }

  /** Returns words to begin a command with: as itself, no signal of its own ignored. */
  static List<String> withUsualSignals() {
    return new ArrayList<>(USUAL_SIGNALS);
  }

  /**
   * Returns the words that run {@code command} as {@code nohup} does, which one signal leaves
   * alone.
   */
  static List<String> ignoring(String signal, List<String> command) {
    List<String> words =
        new ArrayList<>(List.of("sh", "-c", "trap '' " + signal + " && exec \"$@\"", "sh"));
    words.addAll(command.subList(USUAL_SIGNALS.size(), command.size()));
    return words;
  }

  /**
   * Sends a signal, by its name without SIG, to a process unless it has ended: the shell has a
   * {@code kill} of its own.
   */
  static void signal(String name, ProcessHandle process) throws IOException {
    List<String> kill = List.of("sh", "-c", "kill -" + name + " " + process.pid());
    if (!succeeds(kill) && process.isAlive()) {
      throw new IOException("cannot send SIG" + name + " to " + process.pid());
    }
  }

  /** Returns what the threads of JVMs are doing, as far as these and the JDK's tools tell. */
  static String threads(List<ProcessHandle> processes) throws IOException {
    StringBuilder found = new StringBuilder();
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    for (ProcessHandle process : processes) {
      Process asked =
          new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.print")
              .redirectErrorStream(true)
              .start();
      found.append(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return found.toString();
  }

  private static List<String> usualSignals() {
    List<String> env = List.of("env", "--default-signal=HUP,INT,QUIT,TERM");
    try {
      return succeeds(Stream.concat(env.stream(), Stream.of("true")).toList()) ? env : List.of();
    } catch (IOException noSuchProgram) {
      return List.of();
    }
  }

  private static boolean succeeds(List<String> command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
