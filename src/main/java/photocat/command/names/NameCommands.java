package photocat.command.names;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands from a list of names to the taxa that they mean. */
public final class NameCommands {
  private NameCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new ShortlistCommand())
            .addSubcommand(new ShortlistLoadCommand(context))
            .addSubcommand(new ShortlistNamesCommand(context))
            .addSubcommand(new ShortlistListCommand(context))
            .addSubcommand(new ShortlistListsCommand(context))
            .addSubcommand(new ShortlistClearCommand(context)));
    line.addSubcommand(
        new CommandLine(new OverrideCommand())
            .addSubcommand(new OverrideAddCommand(context))
            .addSubcommand(new OverrideLoadCommand(context))
            .addSubcommand(new OverrideListCommand(context))
            .addSubcommand(new OverrideRemoveCommand(context)));
    line.addSubcommand(new MatchCommand(context));
  }
}
