package photocat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Where log records go during one run. They are for us rather than the user: into a file beside the
 * catalogue, and to the terminal with {@code --debug} only.
 */
final class Logs implements AutoCloseable {
  private static final Logger ALL = Logger.getLogger("");

  /** Held, since the JDK forgets the level of a logger that nobody holds. */
  private static final Logger OURS = Logger.getLogger("photocat");

  private final List<Handler> handlers = new ArrayList<>();
  private boolean isShown;

  /** Takes away the JDK's own way to the terminal, for the whole process. */
  static void silenceTerminal() {
    LogManager.getLogManager().reset();
  }

  /**
   * Appends records to {@code photocat.log} in the folder of the catalogue {@code file}, which
   * stays the same for the run.
   */
  void writeBeside(Path file) {
    if (handlers.stream().noneMatch(LogFile.class::isInstance)) {
      Path out = Path.of("/dev/fd/1");
      Path err = Path.of("/dev/fd/2");
      add(new LogFile(file.resolveSibling("photocat.log"), file, out, err));
    }
  }

  /** Hands the lines of each record to {@code narration}, with ours in full detail. */
  void show(Consumer<String> narration) {
    if (List.of(ALL.getHandlers()).stream().anyMatch(Terminal.class::isInstance)) {
      // A run within a run, as the demo has them.
      return;
    }
    isShown = true;
    OURS.setLevel(Level.FINE);
    add(new Terminal(narration));
  }

  /** Ends what this run has started. */
  @Override
  public void close() {
    handlers.forEach(ALL::removeHandler);
    handlers.clear();
    if (isShown) {
      OURS.setLevel(null);
    }
  }

  private void add(Handler handler) {
    handlers.add(handler);
    ALL.addHandler(handler);
  }

  /** Shows each record at once. */
  private static final class Terminal extends Handler {
    private final Consumer<String> narration;

    Terminal(Consumer<String> narration) {
      this.narration = narration;
      setFormatter(new LogLine());
    }

    @Override
    public void publish(LogRecord entry) {
      getFormatter().format(entry).lines().forEach(narration);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
