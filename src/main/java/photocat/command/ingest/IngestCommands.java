package photocat.command.ingest;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands that take in what sources have. */
public final class IngestCommands {
  private IngestCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new IngestCommand())
            .addSubcommand(new IngestInatCommand(context))
            .addSubcommand(new IngestInatApiCommand(context))
            .addSubcommand(new IngestDwcaCommand(context))
            .addSubcommand(new IngestGbifSearchCommand(context))
            .addSubcommand(new IngestUrlsCommand(context)));
  }
}
