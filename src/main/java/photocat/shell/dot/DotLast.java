package photocat.shell.dot;

import java.util.List;
import java.util.stream.Stream;
import photocat.command.CommandInfo;
import photocat.command.OutputMode;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.Redrawing;
import photocat.shell.StatementCall;
import photocat.shell.complete.Suggestion;
import photocat.shell.render.Rendering;

/** Draws the last result again. */
final class DotLast extends DotCommand {
  DotLast() {
    super("last", "[MODE]", "Draw the last result again, whole: its first 10,000 rows are kept");
  }

  @Override
  public boolean runsAtServer() {
    return true;
  }

  @Override
  public Stream<Suggestion> suggestions(List<CommandInfo> commands) {
    return Suggestion.modes();
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    OutputMode usual = call.output().mode(OutputMode.BOX);
    OutputMode mode =
        words.isEmpty()
            ? (usual == OutputMode.TABLE ? OutputMode.BOX : usual)
            : OutputMode.parse(words.get(0));
    return Redrawing.ofLast(Rendering.of(mode), call.output());
  }
}
