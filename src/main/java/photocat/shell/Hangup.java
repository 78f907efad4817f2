package photocat.shell;

import java.io.IOError;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the terminal has gone, as when its window is closed while the prompt is stopped:
 * then no signal tells of it.
 */
final class Hangup {
  /** The exit code that shells give to SIGHUP. */
  static final int EXIT_CODE = 129;

  private static final Logger log = LoggerFactory.getLogger(Hangup.class);

  private final Terminal terminal;
  private volatile Terminal.@Nullable SignalHandler readerHandler;

  Hangup(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Comes before the reader, as it begins to read. */
  void watch() {
    readerHandler = terminal.handle(Terminal.Signal.CONT, this::continued);
  }

  /** Returns what the process is to end with, empty while the terminal is there. */
  Optional<Integer> exitCode() {
    try {
      // Of what the terminal is asked for, JLine checks this answer.
      terminal.getSize();
      return Optional.empty();
    } catch (IOError e) {
      log.info("the terminal has gone, which ends the prompt");
      return Optional.of(EXIT_CODE);
    }
  }

  private void continued(Terminal.Signal signal) {
    Terminal.SignalHandler next = readerHandler;
    try {
      if (next != null) {
        next.handle(signal);
      }
    } catch (IOError | IllegalStateException e) {
      // It would draw, maybe when it has read the end already and the terminal is closed.
      log.debug("cannot draw", e);
    }
  }
}
