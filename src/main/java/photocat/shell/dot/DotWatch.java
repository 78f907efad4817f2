package photocat.shell.dot;

import java.util.List;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Repeats a statement. */
final class DotWatch extends DotCommand {
  DotWatch() {
    super(
        "watch",
        "SECONDS [--times N] STATEMENT",
        "Repeat SQL or a recipe until a key is pressed, such as .watch 2 @progress");
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return interpreter.watch(call);
  }
}
