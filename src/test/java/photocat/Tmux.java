package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A terminal that a test types into and looks at: in a tmux of its own runs {@code sh} with the
 * prompt {@code $}, in which {@code ./photocat} starts photocat. A machine without tmux fails the
 * test.
 */
final class Tmux implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Path folder;
  private final String session;

  /**
   * Opens a terminal of this size, whose shell starts in {@code folder}, where photocat keeps its
   * files too.
   *
   * @param session tells it from other terminals in the same folder
   * @param environment variables beside those that photocat's own folders need
   */
  Tmux(Path folder, String session, int columns, int rows, Map<String, String> environment)
      throws IOException {
    this.folder = folder;
    this.session = session;
    install();
    Map<String, String> variables = new TreeMap<>(environment);
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("XDG_STATE_HOME", folder.resolve("home").toString());
    variables.put("XDG_CONFIG_HOME", folder.resolve("home").toString());
    List<String> command = new ArrayList<>(List.of("-u", "-f", "/dev/null", "new-session", "-d"));
    command.addAll(List.of("-s", session, "-x", "" + columns, "-y", "" + rows));
    command.addAll(List.of("-c", folder.toString()));
    variables.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
    // Several words are run as they are; one would go through the user's shell, which drops PS1.
    command.addAll(List.of("env", "PS1=$ ", "sh"));
    run("", command);
    try {
      waitFor("$");
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  /** Types text as it is. */
  void type(String text) throws IOException {
    // At the end of a word, tmux takes a semicolon for its own.
    String safe = text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text;
    tmux("send-keys", "-l", "--", safe);
  }

  /** Presses keys by their names: {@code Enter}, {@code C-c}, {@code M-Enter}, {@code Tab}. */
  void press(String... keys) throws IOException {
    tmux("send-keys", keys);
  }

  /** Types a line and Enter. */
  void enter(String line) throws IOException {
    type(line);
    press("Enter");
  }

  /** Pastes text as a terminal does, in brackets where the program has asked for them. */
  void paste(String text) throws IOException {
    run(text, List.of("load-buffer", "-"));
    tmux("paste-buffer", "-p", "-r");
  }

  void resize(int columns, int rows) throws IOException {
    tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
  }

  /** Returns the lines on the screen, without colours and blanks at their ends. */
  String screen() throws IOException {
    return tmux("capture-pane", "-p");
  }

  /** Returns what tmux knows of the terminal under a name of its own, such as {@code pane_pid}. */
  String state(String name) throws IOException {
    return tmux("display-message", "-p", "#{" + name + "}").strip();
  }

  /** Returns the program that the shell runs, with its own programs. */
  List<ProcessHandle> programs() throws IOException {
    return ProcessHandle.of(Long.parseLong(state("pane_pid"))).stream()
        .flatMap(ProcessHandle::descendants)
        .toList();
  }

  /** Waits until the screen shows {@code text} and returns the screen. */
  String waitFor(String text) throws IOException {
    return waitFor(text, screen -> screen.contains(text));
  }

  /** Waits until {@code text} is nowhere on the screen. */
  void waitUntilGone(String text) throws IOException {
    waitFor("no " + text, screen -> !screen.contains(text));
  }

  /** Waits until the last line that is not empty is {@code line}, and returns the screen. */
  String waitForLastLine(String line) throws IOException {
    return waitFor(
        "the last line " + line,
        screen ->
            screen.stripTrailing().lines().reduce("", (a, b) -> b).equals(line.stripTrailing()));
  }

  /** Waits until the last line that is not empty is {@code shown}. */
  void waitForLine(String what, Predicate<String> shown) throws IOException {
    waitFor(what, screen -> shown.test(screen.stripTrailing().lines().reduce("", (a, b) -> b)));
  }

  /** Closes the terminal and waits until the programs in it have ended. */
  @Override
  public void close() throws IOException {
    List<ProcessHandle> programs = programs();
    tmux("kill-session");
    for (ProcessHandle program : programs) {
      program.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  private String waitFor(String what, Predicate<String> shown) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String screen = screen();
    while (!shown.test(screen)) {
      assertThat(System.nanoTime()).as("waiting for %s on%n%s", what, screen).isLessThan(deadline);
      screen = screen();
    }
    return screen;
  }

  private void install() throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "photocat.Main"));
    Path program = folder.resolve("photocat");
    Files.writeString(program, "exec '" + String.join("' '", words) + "' \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private String tmux(String command, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(command, "-t", session));
    all.addAll(List.of(words));
    return run("", all);
  }

  private String run(String input, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", "photocat-test"));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TMUX_TMPDIR", folder.toString());
    builder.environment().remove("TMUX");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new AssertionError("this test needs tmux: apt-get install tmux", e);
    }
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as("%s: %s", command, answer).isZero();
    return answer;
  }
}
