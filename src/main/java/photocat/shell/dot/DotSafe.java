package photocat.shell.dot;

import java.util.List;
import photocat.model.ExitStatus;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Forbids what reaches out of the catalogue. */
final class DotSafe extends DotCommand {
  DotSafe() {
    super("safe", "", "Forbid files, the network and other programs until you leave");
  }

  @Override
  public boolean runsAtServer() {
    return true;
  }

  @Override
  public boolean holdsForAll() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    interpreter.lockIn();
    call.output().note("files, the network and other programs are out of reach until you leave");
    return Outcome.of(ExitStatus.DONE);
  }
}
