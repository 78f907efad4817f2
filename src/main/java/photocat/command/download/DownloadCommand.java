package photocat.command.download;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what fetches photos. */
@Command(
    name = "download",
    description = "Fetch the photos of a manifest; see how far that is.",
    synopsisSubcommandLabel = "COMMAND")
final class DownloadCommand extends CommandGroup {}
