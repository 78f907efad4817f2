package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A terminal in a tmux of its own. It knows more of terminals than {@link VirtualScreen}, and
 * breaks lines again when its size changes. A machine without tmux fails the test.
 */
final class Tmux extends TestTerminal {
  /** The words of tmux for what {@link VirtualScreen#modes} says. */
  static final String MODES =
      "cursor #{cursor_flag}, alternate #{alternate_on}, keypad #{keypad_flag},"
          + " rows #{scroll_region_upper}-#{scroll_region_lower}";

  private final Path folder;
  private final String session;

  private Tmux(Path folder, String session, ProcessHandle shell) {
    super(shell);
    this.folder = folder;
    this.session = session;
  }

  /** Opens a terminal of this size, whose shell starts in {@code folder}. */
  static Tmux open(
      Path folder, String session, int columns, int rows, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("-u", "-f", "/dev/null", "new-session", "-d"));
    command.addAll(List.of("-P", "-F", "#{pane_pid}"));
    command.addAll(List.of("-s", session, "-x", "" + columns, "-y", "" + rows));
    command.addAll(List.of("-c", folder.toString()));
    // Several words are run as they are; one would go through the user's shell, which drops PS1.
    command.add("env");
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.add("sh");
    long shell = Long.parseLong(run(folder, "", command).strip());
    return new Tmux(folder, session, ProcessHandle.of(shell).orElseThrow());
  }

  @Override
  void type(String text) throws IOException {
    // At the end of a word, tmux takes a semicolon for its own.
    String safe = text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text;
    tmux("send-keys", "-l", "--", safe);
  }

  @Override
  void press(String... keys) throws IOException {
    tmux("send-keys", keys);
  }

  @Override
  void paste(String text) throws IOException {
    run(folder, text, List.of("load-buffer", "-"));
    tmux("paste-buffer", "-p", "-r");
  }

  @Override
  void resize(int columns, int rows) throws IOException {
    tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
  }

  @Override
  String screen() throws IOException {
    return tmux("capture-pane", "-p");
  }

  @Override
  String modes() throws IOException {
    return tmux("display-message", "-p", MODES).strip();
  }

  /** To ask takes long enough. */
  @Override
  void awaitChange(String screen) {}

  @Override
  void closeShell() throws IOException {
    tmux("kill-session");
  }

  private String tmux(String command, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(command, "-t", session));
    all.addAll(List.of(words));
    return run(folder, "", all);
  }

  private static String run(Path folder, String input, List<String> words) throws IOException {
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
