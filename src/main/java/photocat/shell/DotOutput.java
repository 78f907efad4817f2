package photocat.shell;

import java.util.List;

/** Writes results to a file from now on. */
final class DotOutput extends DotCommand {
  DotOutput() {
    super(
        "output",
        "[--force] [FILE]",
        "Write results to FILE from now on; without FILE, or with -, to the screen again");
  }

  @Override
  boolean reachesOut() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return Redirection.of(this, words, false, call, interpreter);
  }
}
