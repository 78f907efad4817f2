package photocat.command.names;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what a person decides about spellings. */
@Command(
    name = "override",
    description = "Decide which taxa spellings mean.",
    synopsisSubcommandLabel = "COMMAND")
final class OverrideCommand extends CommandGroup {}
