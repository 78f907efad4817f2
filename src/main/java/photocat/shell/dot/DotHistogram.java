package photocat.shell.dot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import photocat.model.Column;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.Redrawing;
import photocat.shell.StatementCall;
import photocat.shell.render.Drawing;
import photocat.shell.render.HistogramSink;

/** Draws how the numbers of a column are spread. */
final class DotHistogram extends DotCommand {
  DotHistogram() {
    super(
        "histogram",
        "[COLUMN | STATEMENT]",
        "Draw how the numbers of a column are spread: of the last result, or of STATEMENT");
  }

  @Override
  public boolean runsAtServer() {
    return true;
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    List<Column> columns = call.output().display().last().columns();
    boolean isColumn =
        words.size() == 1
            && columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(words.get(0)));
    if (!isColumn && words.size() == 1 && words.get(0).matches("\\w+") && !columns.isEmpty()) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "the last result has no column '%s'".formatted(words.get(0)))
          .withHint(
              "it has "
                  + columns.stream().map(Column::name).collect(Collectors.joining(", "))
                  + "; of a table: .histogram SELECT COLUMN FROM TABLE");
    }
    Optional<String> column = isColumn ? Optional.of(words.get(0)) : Optional.empty();
    Drawing drawing = (out, options) -> new HistogramSink(out, options, column);
    return isColumn
        ? Redrawing.ofLast(drawing, call.output())
        : Redrawing.of(drawing, call, interpreter);
  }
}
