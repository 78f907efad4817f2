package photocat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A terminal that a test types into and looks at. In it runs {@code sh} with the prompt {@code $},
 * for which {@code sh photocat} starts photocat.
 */
abstract class TestTerminal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final ProcessHandle shell;

  /** A terminal with this shell. */
  TestTerminal(ProcessHandle shell) {
    this.shell = shell;
  }

  /**
   * Opens a terminal of this size, whose shell starts in {@code folder}, where photocat keeps its
   * files too: a pseudo terminal of our own, or a tmux where {@link #isTmux}.
   *
   * @param name tells it from other terminals in the same folder
   * @param environment variables beside those that photocat's own folders need
   */
  static TestTerminal open(
      Path folder, String name, int columns, int rows, Map<String, String> environment)
      throws IOException {
    Files.writeString(
        folder.resolve("photocat"),
        "exec '" + String.join("' '", OtherJvm.photocat()) + "' \"$@\"\n");
    Map<String, String> variables = new TreeMap<>(environment);
    variables.put("PS1", "$ ");
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("XDG_STATE_HOME", folder.resolve("home").toString());
    variables.put("XDG_CONFIG_HOME", folder.resolve("home").toString());
    TestTerminal terminal =
        isTmux()
            ? Tmux.open(folder, name, columns, rows, variables)
            : PtyTerminal.open(folder, columns, rows, variables);
    try {
      terminal.waitFor("$");
    } catch (AssertionError e) {
      terminal.close();
      throw e;
    }
    return terminal;
  }

  /** Tells whether terminals are those of tmux: Linux alone has what the others take. */
  static boolean isTmux() {
    return System.getProperty("tests.terminal", "").equals("tmux")
        || !System.getProperty("os.name").equals("Linux");
  }

  /** Types text as it is. */
  abstract void type(String text) throws IOException;

  /** Presses keys by their names: {@code Enter}, {@code C-c}, {@code M-Enter}, {@code Tab}. */
  abstract void press(String... keys) throws IOException;

  /** Pastes text as a terminal does, in brackets where the program has asked for them. */
  abstract void paste(String text) throws IOException;

  abstract void resize(int columns, int rows) throws IOException;

  /** Returns the lines on the screen, without colours and blanks at their ends. */
  abstract String screen() throws IOException;

  /** Returns how the terminal is set, in words that are the same for every kind. */
  abstract String modes() throws IOException;

  /** Waits until the screen may show something else than {@code screen}, though not for long. */
  abstract void awaitChange(String screen) throws IOException;

  /** Ends the shell, and gives back what the terminal took. */
  abstract void closeShell() throws IOException;

  /** Types a line and Enter. */
  final void enter(String line) throws IOException {
    type(line);
    press("Enter");
  }

  /** Returns the program that the shell runs, with its own programs. */
  final List<ProcessHandle> programs() {
    return shell.descendants().toList();
  }

  /** Waits until the screen shows {@code text} and returns the screen. */
  final String waitFor(String text) throws IOException {
    return waitFor(text, screen -> screen.contains(text));
  }

  /** Waits until {@code text} is nowhere on the screen. */
  final void waitUntilGone(String text) throws IOException {
    waitFor("no " + text, screen -> !screen.contains(text));
  }

  /** Waits until the last line that is not empty is {@code line}, and returns the screen. */
  final String waitForLastLine(String line) throws IOException {
    return waitFor(
        "the last line " + line, screen -> lastLine(screen).equals(line.stripTrailing()));
  }

  /** Waits until the last line that is not empty is {@code shown}. */
  final void waitForLine(String what, Predicate<String> shown) throws IOException {
    waitFor(what, screen -> shown.test(lastLine(screen)));
  }

  /** Closes the terminal and waits until the programs in it have ended. */
  @Override
  public final void close() throws IOException {
    List<ProcessHandle> programs = programs();
    try {
      // Not the shell with them: where nobody takes over its children, they would never be gone.
      for (ProcessHandle program : programs) {
        OtherJvm.signal("HUP", program);
      }
      for (ProcessHandle program : programs) {
        program.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      }
    } finally {
      closeShell();
    }
  }

  private String waitFor(String what, Predicate<String> shown) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String screen = screen();
    while (!shown.test(screen)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "waited for %s on%n%s%n%s".formatted(what, screen, OtherJvm.threads(programs())));
      }
      awaitChange(screen);
      screen = screen();
    }
    return screen;
  }

  private static String lastLine(String screen) {
    return screen.stripTrailing().lines().reduce("", (before, line) -> line);
  }
}
