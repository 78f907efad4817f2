package photocat.model;

/**
 * How a run of photocat ends, and the exit code that says so. The codes are an interface: scripts
 * branch on them.
 */
public enum ExitStatus {
  DONE(0, "done"),
  FAILED(1, "failed: the message says what and what to do next"),
  USAGE(2, "wrong usage: an unknown command, option, recipe, parameter or setting"),
  PARTIAL(3, "done, but some items failed; their rows say which"),
  CATALOG(
      4, "the catalogue cannot be opened: missing, locked, damaged, or made by a newer version"),
  BUG(70, "a bug in photocat; --debug shows the trace"),
  INTERRUPTED(130, "stopped by Ctrl-C; running the same command again goes on");

  private final int exitCode;
  private final String meaning;

  ExitStatus(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** Returns the process exit code, 0 to 130. */
  public int exitCode() {
    return exitCode;
  }

  /** Returns the kind with this exit code, {@link #BUG} for a code that none has. */
  public static ExitStatus ofExitCode(int exitCode) {
    for (ExitStatus kind : values()) {
      if (kind.exitCode == exitCode) {
        return kind;
      }
    }
    return BUG;
  }

  /**
   * Returns how two things ended together: the first that failed decides, and items that failed
   * only where nothing else did.
   */
  public ExitStatus or(ExitStatus next) {
    return this == DONE || (this == PARTIAL && next != DONE) ? next : this;
  }

  /** Returns one phrase for the documentation. */
  public String meaning() {
    return meaning;
  }
}
