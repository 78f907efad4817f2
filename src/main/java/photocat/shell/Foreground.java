package photocat.shell;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * Programs that have the terminal to themselves while they run. Only to be used while nothing is
 * being read from the terminal. Not thread-safe but for {@link #isTaken}.
 */
final class Foreground implements Pager {
  private final Programs programs;
  private final Console console;
  private volatile boolean taken;
  private volatile @Nullable Process running;
  private boolean safe;

  /** Starts {@code programs} on the terminal of {@code console}. */
  Foreground(Programs programs, Console console) {
    this.programs = programs;
    this.console = console;
  }

  /** Tells whether a program has the terminal, so that Ctrl-C is meant for it. */
  boolean isTaken() {
    return taken;
  }

  /** Asks the program that has the terminal, if one has, to leave it; from any thread. */
  void stop() {
    Process process = running;
    if (process != null) {
      // The shell that runs it would not tell it.
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** No program but the usual pager shall start from now on, and that one none of its own. */
  void lockIn() {
    safe = true;
  }

  /** Lets the person edit a file. */
  void edit(Path file) {
    checkEditor(run(programs.editing(file)));
  }

  static void checkEditor(int exitCode) {
    if (exitCode != 0) {
      throw PhotocatException.of(
              ExitStatus.FAILED, "the editor ended with exit code %d".formatted(exitCode))
          .withHint("set $VISUAL or $EDITOR to another");
    }
  }

  /** Shows a file in a window of its own and returns the exit code of what opened it. */
  int view(Path file) {
    return run(programs.viewing(file));
  }

  private int run(List<String> words) {
    take();
    try {
      Process process = builder(words).redirectInput(Redirect.INHERIT).start();
      running = process;
      return process.waitFor();
    } catch (IOException e) {
      String found = String.valueOf(e.getMessage());
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot start %s: %s"
              .formatted(
                  words.get(0),
                  found.contains("No such file") ? "there is no such program" : found),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PhotocatException.of(ExitStatus.INTERRUPTED, words.get(0) + " was not waited for", e);
    } finally {
      giveBack();
    }
  }

  /** A status bar would be drawn over the program. */
  private void take() {
    console.pause();
    taken = true;
  }

  private void giveBack() {
    running = null;
    taken = false;
    console.resume();
  }

  @Override
  public Optional<Writer> open() {
    if (safe && !programs.hasUsualPager()) {
      return Optional.empty();
    }
    try {
      take();
      Process process = builder(programs.paging()).start();
      running = process;
      PagerInput pages = new PagerInput(process);
      return Optional.of(new BufferedWriter(new OutputStreamWriter(pages, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      // Without sh there is no pager; the result is printed.
      giveBack();
      return Optional.empty();
    }
  }

  private ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.putIfAbsent("LESS", "-SRX");
    environment.put("LESSCHARSET", "utf-8");
    if (safe) {
      environment.put("LESSSECURE", "1");
    }
    return builder;
  }

  private final class PagerInput extends FilterOutputStream {
    private final Process process;

    PagerInput(Process process) {
      super(process.getOutputStream());
      this.process = process;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    /** A pager that was left early has closed its end; that is no failure. */
    @Override
    public void close() throws IOException {
      try {
        super.close();
      } catch (IOException e) {
        process.getInputStream().close();
      }
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        giveBack();
      }
    }
  }
}
