package photocat.command.ingest;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what takes outside metadata into the catalogue. */
@Command(
    name = "ingest",
    description = "Take outside metadata into the catalogue.",
    synopsisSubcommandLabel = "COMMAND")
final class IngestCommand extends CommandGroup {}
