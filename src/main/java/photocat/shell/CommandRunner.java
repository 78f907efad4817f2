package photocat.shell;

import java.util.List;
import photocat.command.CommandHost;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RootCommand;
import photocat.command.line.CommandLines;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.dot.DotCommands;

/** Runs the commands that the command line has too. */
final class CommandRunner {
  private final Context context;

  CommandRunner(Context context) {
    this.context = context;
  }

  /**
   * Starts one in the background for whoever sits at {@code host}. The job has its own request to
   * stop: Ctrl-C at the prompt does not reach it.
   */
  Outcome background(List<String> words, StatementCall call, CommandHost host) {
    if (DotCommands.find(words.get(0)).isPresent()) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "'%s' cannot run in the background".formatted(words.get(0)));
    }
    requireOpenCatalog(words);
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, CommandRunner::noCommand);
    Context own = context.forCommand(call.output().under(options), new Cancellation());
    return Outcome.of(ExitStatus.ofExitCode(CommandLines.start(root, own.at(host), words)));
  }

  /** Runs one for whoever sits at {@code host}. */
  Outcome run(List<String> words, StatementCall call, CommandHost host) {
    requireOpenCatalog(words);
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, CommandRunner::noCommand);
    Context own = context.forCommand(call.output().under(options), call.cancellation());
    return Outcome.of(
        ExitStatus.ofExitCode(CommandLines.run(root, own.at(host), words, DotCommands.words())));
  }

  private static void requireOpenCatalog(List<String> words) {
    if (words.stream().anyMatch(word -> word.matches("--(catalog|set|read-only)(=.*)?"))) {
      throw PhotocatException.of(
              ExitStatus.USAGE, "cannot change catalogue or settings here: the catalogue is open")
          .withHint("leave, and give --catalog and --set when you start photocat");
    }
  }

  private static int noCommand() {
    throw PhotocatException.of(ExitStatus.USAGE, "expected a command before the options")
        .withHint(".help lists the commands");
  }
}
