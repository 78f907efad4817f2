package photocat.command;

import picocli.CommandLine;

/** The commands about the catalogue as a whole. */
final class CatalogCommands {
  private CatalogCommands() {}

  static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new CatalogCommand()).addSubcommand(new CatalogCopyCommand(context)));
    line.addSubcommand(new StatusCommand(context));
  }
}
