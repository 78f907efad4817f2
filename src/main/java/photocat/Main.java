package photocat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import photocat.command.GlobalOptions;
import photocat.model.Cancellation;
import photocat.model.PhotocatException;
import photocat.model.Shortage;
import photocat.shell.TextOutput;

/** Starts photocat, and ends the process with the exit code. */
public final class Main {
  /** How long Ctrl-C waits for the work in hand to be put away. */
  private static final long GRACE_SECONDS = 10;

  private Main() {}

  /** Runs one command line, or opens the shell. */
  public static void main(String[] arguments) {
    Cancellation cancellation = new Cancellation();
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cancellation, finished), "stop"));
    Logs.silenceTerminal();
    int exitCode;
    try {
      ProcessEnvironment around = ProcessEnvironment.ofProcess();
      exitCode =
          StartText.flaw(List.of(arguments), around)
              .map(flaw -> refuse(flaw, around.standard()))
              .orElseGet(() -> run(around, cancellation, arguments));
    } finally {
      finished.countDown();
    }
    System.exit(exitCode);
  }

  private static int run(
      ProcessEnvironment around, Cancellation cancellation, String... arguments) {
    SqliteLibrary.offer();
    try {
      return Run.of(around, cancellation, arguments);
    } catch (LinkageError e) {
      return refuse(Shortage.told(e), around.standard());
    }
  }

  private static int refuse(PhotocatException flaw, StandardStreams standard) {
    new TextOutput(standard.streams(), standard.screen(), new GlobalOptions()).failure(flaw);
    standard.streams().flush();
    return flaw.kind().exitCode();
  }

  /**
   * Ctrl-C and SIGTERM end the process, with 130 or 143, when the work in hand has been put away.
   */
  private static void stop(Cancellation cancellation, CountDownLatch finished) {
    cancellation.cancel();
    try {
      if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("warning: gave up waiting for the work in hand");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
