package photocat.command.gbif;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands that ask GBIF for downloads. */
public final class GbifCommands {
  private GbifCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new GbifCommand())
            .addSubcommand(new GbifRequestCommand(context))
            .addSubcommand(new GbifStatusCommand(context))
            .addSubcommand(new GbifWaitCommand(context))
            .addSubcommand(new GbifFetchCommand(context))
            .addSubcommand(new GbifCancelCommand(context)));
  }
}
