package photocat.shell;

import java.util.List;
import java.util.Optional;

/** Leaves. */
final class DotQuit extends DotCommand {
  DotQuit() {
    super("quit", "", "Leave; Ctrl-D does the same");
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return Outcome.leave(Optional.empty());
  }
}
