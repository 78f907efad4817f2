package photocat.shell;

import java.util.List;
import photocat.model.ExitStatus;

/** Shows a photo. */
final class DotShow extends DotCommand {
  DotShow() {
    super(
        "show",
        "[PHOTO_ID]",
        "Show a photo, or the first of the last result, with its file, licence and credit");
  }

  @Override
  boolean runsAtServer() {
    return true;
  }

  @Override
  boolean reachesOut() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    interpreter.show(words, call);
    return Outcome.of(ExitStatus.DONE);
  }
}
