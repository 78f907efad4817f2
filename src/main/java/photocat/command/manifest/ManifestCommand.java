package photocat.command.manifest;

import photocat.command.CommandGroup;
import picocli.CommandLine.Command;

/** Groups what concerns manifests. */
@Command(
    name = "manifest",
    description = "Choose photos and freeze the choice: a manifest says what is downloaded.",
    synopsisSubcommandLabel = "COMMAND")
final class ManifestCommand extends CommandGroup {}
