package photocat.shell;

import java.util.List;

/** Writes the results of one statement to a file. */
final class DotOnce extends DotCommand {
  DotOnce() {
    super("once", "[--force] FILE", "Write the results of the next statement to FILE");
  }

  @Override
  boolean reachesOut() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    only(words.stream().filter(word -> !word.equals(FORCE)).toList());
    return Redirection.of(this, words, true, call, interpreter);
  }
}
