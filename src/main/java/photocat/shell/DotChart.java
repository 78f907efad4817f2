package photocat.shell;

import java.util.List;
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
  boolean runsAtServer() {
    return true;
  }

  @Override
  Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    return Redrawing.of(ChartSink::new, call, interpreter);
  }
}
