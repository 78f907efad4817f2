package photocat.command;

import picocli.CommandLine;

/** The commands that take in what sources have. */
final class IngestCommands {
  private IngestCommands() {}

  static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new IngestCommand())
            .addSubcommand(new IngestInatCommand(context))
            .addSubcommand(new IngestDwcaCommand(context))
            .addSubcommand(new IngestUrlsCommand(context)));
  }
}
