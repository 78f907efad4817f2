package photocat.shell;

import java.util.List;
import photocat.file.UserPaths;

/** Runs a script. */
final class DotRead extends DotCommand {
  DotRead() {
    super("read", "FILE", "Run the statements and commands in FILE");
  }

  @Override
  boolean reachesOut() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return interpreter.read(UserPaths.read(only(words)), call);
  }
}
