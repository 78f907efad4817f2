package photocat.command.export;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what writes files for others. */
@Command(
    name = "export",
    description = "Write files for others from a manifest or a table.",
    synopsisSubcommandLabel = "COMMAND")
final class ExportCommand extends CommandGroup {}
