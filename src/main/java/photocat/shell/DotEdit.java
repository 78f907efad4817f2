package photocat.shell;

import java.util.List;

/** Opens the last statement in an editor. */
final class DotEdit extends DotCommand {
  DotEdit() {
    super("edit", "", "Edit the last statement in $VISUAL or $EDITOR; it comes back to the prompt");
  }

  @Override
  boolean reachesOut() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return interpreter.edit();
  }
}
