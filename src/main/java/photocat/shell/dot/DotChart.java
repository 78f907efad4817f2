package photocat.shell.dot;

import java.util.List;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.Redrawing;
import photocat.shell.StatementCall;
import photocat.shell.render.ChartSink;

/** Draws bars. */
final class DotChart extends DotCommand {
  DotChart() {
    super(
        "chart",
        "[STATEMENT]",
        "Draw a label and a number as bars: of the last result, or of STATEMENT");
  }

  @Override
  public boolean runsAtServer() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return Redrawing.of(ChartSink::new, call, interpreter);
  }
}
