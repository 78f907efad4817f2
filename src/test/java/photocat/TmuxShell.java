package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A terminal that a test types into and looks at: a tmux with a server of its own, in which {@code
 * sh} runs with the prompt {@code $}. A machine without tmux fails the test.
 */
final class TmuxShell implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Path folder;

  /** Opens a terminal of this size, whose shell starts in {@code folder}. */
  TmuxShell(Path folder, int columns, int rows, Map<String, String> environment)
      throws IOException {
    this.folder = folder;
    List<String> command =
        new ArrayList<>(
            List.of("-u", "-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y"));
    command.addAll(List.of("" + rows, "-c", folder.toString()));
    environment.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
    // Several words are run as they are; one would go through the user's shell, which drops PS1.
    command.addAll(List.of("-e", "LC_ALL=C.UTF-8", "env", "PS1=$ ", "sh"));
    run("", command.toArray(String[]::new));
    try {
      waitFor("$");
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  /**
   * Makes a program of that name in the folder, which starts photocat.
   *
   * @param options given to Java
   */
  void install(String name, String... options) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(List.of(options));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "photocat.Main"));
    Path program = folder.resolve(name);
    Files.writeString(program, "exec '" + String.join("' '", words) + "' \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /** Types text as it is. */
  void type(String text) throws IOException {
    // At the end of a word, tmux takes a semicolon for its own.
    String safe = text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text;
    run("", "send-keys", "-l", safe);
  }

  /** Presses keys by their names: {@code Enter}, {@code C-c}, {@code M-Enter}, {@code Tab}. */
  void press(String... keys) throws IOException {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    run("", command.toArray(String[]::new));
  }

  /** Types a line and Enter. */
  void enter(String line) throws IOException {
    type(line);
    press("Enter");
  }

  /** Pastes text as a terminal does, in brackets where the program has asked for them. */
  void paste(String text) throws IOException {
    run(text, "load-buffer", "-");
    run("", "paste-buffer", "-p", "-r");
  }

  void resize(int columns, int rows) throws IOException {
    run("", "resize-window", "-x", "" + columns, "-y", "" + rows);
  }

  /** Returns the lines on the screen, without colours and blanks at their ends. */
  String screen() throws IOException {
    return run("", "capture-pane", "-p");
  }

  /** Waits until the screen shows {@code text} and returns the screen. */
  String waitFor(String text) throws IOException {
    return waitFor(text, screen -> screen.contains(text));
  }

  /** Waits until the last line that is not empty is {@code line}, and returns the screen. */
  String waitForLastLine(String line) throws IOException {
    return waitFor(
        "the last line " + line,
        screen ->
            screen.stripTrailing().lines().reduce("", (a, b) -> b).equals(line.stripTrailing()));
  }

  @Override
  public void close() throws IOException {
    run("", "kill-server");
  }

  private String waitFor(String what, Predicate<String> shown) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    String screen = screen();
    while (!shown.test(screen)) {
      assertThat(System.nanoTime()).as("waiting for %s on%n%s", what, screen).isLessThan(deadline);
      screen = screen();
    }
    return screen;
  }

  private String run(String input, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", "photocat-test"));
    command.addAll(List.of(words));
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
