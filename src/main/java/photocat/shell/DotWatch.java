package photocat.shell;

import java.util.List;

/** Repeats a statement. */
final class DotWatch extends DotCommand {
  DotWatch() {
    super(
        "watch",
        "SECONDS [--times N] STATEMENT",
        "Repeat SQL or a recipe until a key is pressed, such as .watch 2 @progress");
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return interpreter.watch(call);
  }
}
