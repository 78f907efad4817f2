package photocat.shell.dot;

import java.util.List;
import photocat.model.ExitStatus;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;

/** Opens the file of a photo. */
final class DotOpen extends DotCommand {
  DotOpen() {
    super(
        "open",
        "[PHOTO_ID]",
        "Open the file of a photo, or the first of the last result, in a viewer");
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
  public boolean opensPhoto() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    interpreter.open(words, call);
    return Outcome.of(ExitStatus.DONE);
  }
}
