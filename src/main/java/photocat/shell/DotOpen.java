package photocat.shell;

import java.util.List;
import photocat.model.ExitStatus;

/** Opens the file of a photo. */
final class DotOpen extends DotCommand {
  DotOpen() {
    super(
        "open",
        "[PHOTO_ID]",
        "Open the file of a photo, or the first of the last result, in a viewer");
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
  boolean opensPhoto() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    interpreter.open(words, call);
    return Outcome.of(ExitStatus.DONE);
  }
}
