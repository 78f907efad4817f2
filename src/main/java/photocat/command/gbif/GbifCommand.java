package photocat.command.gbif;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what asks GBIF for downloads. */
@Command(
    name = "gbif",
    description = "Ask GBIF for downloads, wait for them and take them in.",
    synopsisSubcommandLabel = "COMMAND")
final class GbifCommand extends CommandGroup {}
