package photocat.shell;

import java.util.List;
import photocat.model.ExitStatus;

/** Forbids what reaches out of the catalogue. */
final class DotSafe extends DotCommand {
  DotSafe() {
    super("safe", "", "Forbid files, the network and other programs until you leave");
  }

  @Override
  boolean runsAtServer() {
    return true;
  }

  @Override
  boolean holdsForAll() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    interpreter.lockIn();
    call.output().note("files, the network and other programs are out of reach until you leave");
    return Outcome.of(ExitStatus.DONE);
  }
}
