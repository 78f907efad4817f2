package photocat.shell;

import java.util.List;
import photocat.model.Kind;

/** Shows a photo. */
final class DotShow extends DotCommand {
  DotShow() {
    super(
        "show",
        "[PHOTO_ID]",
        "Show a photo, or the first of the last result, with its file, licence and credit");
  }

  @Override
  boolean runsAtHolder() {
    return true;
  }

  @Override
  boolean reachesOut() {
    return true;
  }

  @Override
  Outcome run(List<String> words, Call call, Interpreter interpreter) {
    interpreter.show(words, call);
    return Outcome.of(Kind.DONE);
  }
}
