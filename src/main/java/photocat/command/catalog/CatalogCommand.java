package photocat.command.catalog;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what is about the whole catalogue. */
@Command(name = "catalog", description = "Copy the catalogue.", synopsisSubcommandLabel = "COMMAND")
final class CatalogCommand extends CommandGroup {}
