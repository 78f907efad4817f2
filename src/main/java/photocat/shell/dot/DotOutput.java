package photocat.shell.dot;

import java.util.List;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.Redirection;
import photocat.shell.StatementCall;

/** Writes results to a file from now on. */
final class DotOutput extends DotCommand {
  DotOutput() {
    super(
        "output",
        "[--force] [FILE]",
        "Write results to FILE from now on; without FILE, or with -, to the screen again");
  }

  @Override
  public boolean reachesOut() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return Redirection.of(this, words, false, call, interpreter);
  }
}
