package photocat.command.names;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what concerns the list of wanted taxa. */
@Command(
    name = "shortlist",
    description = "Keep the list of taxa that photos are wanted of, and what they are called.",
    synopsisSubcommandLabel = "COMMAND")
final class ShortlistCommand extends CommandGroup {}
