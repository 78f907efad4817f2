package photocat.command;

import picocli.CommandLine.Command;

/** Groups what is about the whole catalogue. */
@Command(name = "catalog", description = "Copy the catalogue.", synopsisSubcommandLabel = "COMMAND")
final class CatalogCommand extends CommandGroup {}
