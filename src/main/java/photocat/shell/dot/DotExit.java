package photocat.shell.dot;

import java.util.List;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Leaves with an exit code. */
final class DotExit extends DotCommand {
  DotExit() {
    super("exit", "[CODE]", "Leave with an exit code (default: that of the run)");
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return Outcome.leave(words.stream().findFirst().map(this::exitCode));
  }

  private int exitCode(String word) {
    if (!word.matches("\\d{1,3}") || Integer.parseInt(word) > 255) {
      throw wrongUsage("'%s' is no exit code from 0 to 255".formatted(word));
    }
    return Integer.parseInt(word);
  }
}
