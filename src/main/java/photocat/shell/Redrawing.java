package photocat.shell;

import java.util.Optional;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.render.Drawing;

/** Draws a result in another way than results are drawn otherwise. */
public final class Redrawing {
  private Redrawing() {}

  /** Draws the result of the statement that follows the command's name, else the last result. */
  public static Outcome of(Drawing drawing, StatementCall call, Interpreter interpreter) {
    if (call.rest().isEmpty()) {
      return ofLast(drawing, call.output());
    }
    Display display = call.output().display();
    display.draw(Optional.of(drawing));
    try {
      return interpreter.nested(call.restStatement(), call);
    } finally {
      display.draw(Optional.empty());
    }
  }

  /** Draws the last result. */
  public static Outcome ofLast(Drawing drawing, TextOutput output) {
    KeptResult last = output.display().last();
    if (last.columns().isEmpty()) {
      throw PhotocatException.of(ExitStatus.USAGE, "there is no result yet to draw again");
    }
    output.redraw(drawing);
    if (!last.isWhole()) {
      output.note(
          "this was the beginning of the result; .output FILE or mode csv writes all of it");
    }
    return Outcome.of(ExitStatus.DONE);
  }
}
