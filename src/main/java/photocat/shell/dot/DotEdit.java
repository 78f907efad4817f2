package photocat.shell.dot;

import java.util.List;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Opens the last statement in an editor. */
final class DotEdit extends DotCommand {
  DotEdit() {
    super("edit", "", "Edit the last statement in $VISUAL or $EDITOR; it comes back to the prompt");
  }

  @Override
  public boolean reachesOut() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return interpreter.edit();
  }
}
