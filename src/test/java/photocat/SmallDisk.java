package photocat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A disk of 24 MB that is really full when it is full: a tmpfs, which only a shell with a mount
 * namespace of its own sees, and goes with it. Linux lets root do this, and most kernels others
 * too.
 */
final class SmallDisk implements AutoCloseable {
  /** Why a test that needs one was not run. */
  static final String NONE =
      "a disk that is full, since unshare --map-root-user --mount gives this user none to fill; root"
          + " gets one as a rule";

  private static final List<String> NAMESPACE =
      List.of("unshare", "--map-root-user", "--mount", "sh", "-c");

  private final Path folder;
  private final Process shell;
  private final Writer commands;
  private final BufferedReader lines;

  /** Mounts the disk over {@code folder}, which is there. */
  SmallDisk(Path folder) throws IOException {
    this.folder = folder;
    this.shell =
        process("mount -t tmpfs -o size=24m disk \"$1\" && cd \"$1\" && exec sh", folder)
            .redirectErrorStream(true)
            .start();
    this.commands = shell.outputWriter(StandardCharsets.UTF_8);
    this.lines = shell.inputReader(StandardCharsets.UTF_8);
    run("echo mounted");
  }

  /** Tells whether this machine lets us have one. */
  static boolean canBeMade() throws IOException, InterruptedException {
    Path place = Files.createTempDirectory("small-disk");
    try {
      Process trial = process("mount -t tmpfs disk \"$1\"", place).start();
      return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } finally {
      Files.delete(place);
    }
  }

  Path folder() {
    return folder;
  }

  /** Runs a command of the shell in the folder of the disk, and waits for its end. */
  void run(String command) throws IOException {
    assertThat(ask(command)).as(command).isEqualTo("ended 0");
  }

  /** Starts a process that sees the disk. */
  void start(List<String> words) throws IOException {
    String command =
        words.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    send(command + " < /dev/null &");
  }

  /** Returns how the process that was started last has ended: {@code ended 0}. */
  String exit() throws IOException {
    return ask("wait $!");
  }

  /** Waits until a process here says {@code text}. */
  String await(String text) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(text)) {
        return line;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("ended without saying '" + text + "' but:\n" + said);
  }

  @Override
  public void close() throws IOException {
    Stream.concat(shell.descendants(), Stream.of(shell.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
    commands.close();
    lines.close();
  }

  private String ask(String command) throws IOException {
    send(command + "; echo ended $?");
    return await("ended ");
  }

  private void send(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
  }

  /** Runs {@code script}, whose first argument is {@code place}. */
  private static ProcessBuilder process(String script, Path place) {
    List<String> command = new ArrayList<>(NAMESPACE);
    command.addAll(List.of(script, "sh", place.toString()));
    return new ProcessBuilder(command);
  }
}
