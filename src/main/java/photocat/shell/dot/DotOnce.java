package photocat.shell.dot;

import java.util.List;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.Redirection;
import photocat.shell.StatementCall;

/** Writes the results of one statement to a file. */
final class DotOnce extends DotCommand {
  DotOnce() {
    super("once", "[--force] FILE", "Write the results of the next statement to FILE");
  }

  @Override
  public boolean reachesOut() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    only(words.stream().filter(word -> !word.equals(FORCE)).toList());
    return Redirection.of(this, words, true, call, interpreter);
  }
}
