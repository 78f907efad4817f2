package photocat.shell.dot;

import java.util.List;
import photocat.file.UserPaths;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Runs a script. */
final class DotRead extends DotCommand {
  DotRead() {
    super("read", "FILE", "Run the statements and commands in FILE");
  }

  @Override
  public boolean reachesOut() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return interpreter.read(UserPaths.read(only(words)), call);
  }
}
