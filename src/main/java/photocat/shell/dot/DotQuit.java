package photocat.shell.dot;

import java.util.List;
import java.util.Optional;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Leaves. */
final class DotQuit extends DotCommand {
  DotQuit() {
    super("quit", "", "Leave; Ctrl-D does the same");
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return Outcome.leave(Optional.empty());
  }
}
