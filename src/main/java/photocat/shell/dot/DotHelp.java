package photocat.shell.dot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import photocat.command.CommandInfo;
import photocat.model.ExitStatus;
import photocat.shell.HelpText;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;
import photocat.shell.complete.CommandCompleter;
import photocat.shell.complete.Suggestion;

/** Explains commands, those of the command line too. */
final class DotHelp extends DotCommand {
  DotHelp() {
    super("help", "[COMMAND]", "Explain a command, or list them all");
  }

  @Override
  int mostWords() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Stream<Suggestion> suggestions(List<CommandInfo> commands) {
    return Stream.concat(
        commands.stream().map(command -> CommandCompleter.suggestion("", command)),
        CommandCompleter.dotCommands(""));
  }

  @Override
  protected Outcome run(List<String> words, StatementCall call, Interpreter interpreter) {
    if (words.isEmpty()) {
      HelpText.lines(interpreter.commands()).forEach(call.output()::line);
      return Outcome.of(ExitStatus.DONE);
    }
    String asked = words.get(0).startsWith(".") ? words.get(0).substring(1) : words.get(0);
    Optional<DotCommand> own = DotCommands.find(asked);
    if (own.isPresent()) {
      HelpText.of(own.get()).forEach(call.output()::line);
      return Outcome.of(ExitStatus.DONE);
    }
    List<String> command = new ArrayList<>(words);
    command.set(0, asked);
    command.add("--help");
    return interpreter.command(command, call);
  }
}
