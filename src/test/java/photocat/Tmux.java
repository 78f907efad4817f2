package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** photocat in a terminal of its own, typed at and looked at by tmux. */
final class Tmux {
  private static final long PATIENCE_SECONDS = 30;

  private final Path folder;

  /**
   * Starts photocat's prompt.
   *
   * @param folder the current folder, the home of its files, and of tmux's socket
   */
  Tmux(Path folder, int columns, int rows, String... arguments) throws Exception {
    this.folder = folder;
    List<String> command = new ArrayList<>(List.of("new-session", "-d"));
    command.addAll(List.of("-x", Integer.toString(columns), "-y", Integer.toString(rows)));
    command.addAll(List.of("-c", folder.toString()));
    for (Map.Entry<String, String> each :
        Map.of(
                "LC_ALL", "C.UTF-8",
                "XDG_STATE_HOME", folder.toString(),
                "XDG_CONFIG_HOME", folder.toString())
            .entrySet()) {
      command.addAll(List.of("-e", each.getKey() + "=" + each.getValue()));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "photocat.Main"));
    command.addAll(List.of(arguments));
    tmux(command.toArray(String[]::new));
  }

  /** Types {@code text}, a key at a time as tmux sends it. */
  void type(String text) throws Exception {
    // A semicolon at the end would end tmux's command.
    tmux("send-keys", "-l", "--", text.endsWith(";") ? text.replaceFirst(";$", "\\\\;") : text);
  }

  /** Presses a key by tmux's name for it, for example {@code Enter}. */
  void press(String key) throws Exception {
    tmux("send-keys", key);
  }

  /** Makes the terminal larger or smaller. */
  void resize(int columns, int rows) throws Exception {
    tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
  }

  /** Returns what is on the screen, a line a row. */
  String screen() throws Exception {
    return tmux("capture-pane", "-p");
  }

  /** Waits until {@code text} is on the screen, and returns all of it. */
  String await(String text) throws Exception {
    return await(text, true);
  }

  /** Waits until {@code text} is nowhere on the screen. */
  void awaitGone(String text) throws Exception {
    await(text, false);
  }

  private String await(String text, boolean there) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String screen = screen();
    while (screen.contains(text) != there) {
      assertThat(System.nanoTime()).as("%s on:%n%s", text, screen).isLessThan(deadline);
      screen = screen();
    }
    return screen;
  }

  /** Closes the terminal, and waits until photocat has ended. */
  void close() throws Exception {
    long photocat = Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
    Optional<ProcessHandle> process = ProcessHandle.of(photocat);
    tmux("kill-server");
    if (process.isPresent()) {
      process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private String tmux(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-f", "/dev/null", "-S"));
    command.add(folder.resolve("tmux").toString());
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
    return said;
  }
}
