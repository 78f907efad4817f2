package photocat.shell.dot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.command.CommandInfo;
import photocat.command.OutputMode;
import photocat.model.ExitStatus;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;
import photocat.shell.TextOutput;
import photocat.shell.complete.Suggestion;

/** Chooses how results are written. */
final class DotMode extends DotCommand {
  DotMode() {
    super("mode", "[MODE]", "Write results in another mode from now on, or show the present one");
  }

  @Override
  public Stream<Suggestion> suggestions(List<CommandInfo> commands) {
    return Suggestion.modes();
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    TextOutput output = call.output();
    if (words.isEmpty()) {
      output.line(output.mode(OutputMode.TABLE).word());
    } else {
      output.display().choose(Optional.of(OutputMode.parse(words.get(0))));
    }
    return Outcome.of(ExitStatus.DONE);
  }
}
