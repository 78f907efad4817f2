package photocat.command.catalog;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands about the catalogue as a whole. */
public final class CatalogCommands {
  private CatalogCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new CatalogCommand()).addSubcommand(new CatalogCopyCommand(context)));
    line.addSubcommand(new StatusCommand(context));
  }
}
