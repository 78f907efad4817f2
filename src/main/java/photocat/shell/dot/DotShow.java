package photocat.shell.dot;

import java.util.List;
import photocat.model.ExitStatus;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Shows a photo. */
final class DotShow extends DotCommand {
  DotShow() {
    super(
        "show",
        "[PHOTO_ID]",
        "Show a photo, or the first of the last result, with its file, licence and credit");
  }

  @Override
  public boolean runsAtServer() {
    return true;
  }

  @Override
  public boolean reachesOut() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    interpreter.show(words, call);
    return Outcome.of(ExitStatus.DONE);
  }
}
