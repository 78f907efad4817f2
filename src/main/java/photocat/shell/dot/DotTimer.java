package photocat.shell.dot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import photocat.command.CommandInfo;
import photocat.model.ExitStatus;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;
import photocat.shell.TextOutput;
import photocat.shell.complete.Suggestion;

/** Tells how long statements take, or no longer. */
final class DotTimer extends DotCommand {
  DotTimer() {
    super("timer", "[on | off]", "Tell how long each statement took, or no longer");
  }

  @Override
  public Stream<Suggestion> suggestions(List<CommandInfo> commands) {
    return Stream.of("on", "off").map(word -> new Suggestion(word, "values", "", true));
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    TextOutput output = call.output();
    String word = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
    switch (word) {
      case "" -> output.line(output.display().isTimed() ? "on" : "off");
      case "on" -> output.display().time(true);
      case "off" -> output.display().time(false);
      default -> throw wrongUsage("'%s' is neither on nor off".formatted(word));
    }
    return Outcome.of(ExitStatus.DONE);
  }
}
