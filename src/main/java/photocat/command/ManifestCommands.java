package photocat.command;

import picocli.CommandLine;

/** The commands about manifests. */
final class ManifestCommands {
  private ManifestCommands() {}

  static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new ManifestCommand())
            .addSubcommand(new ManifestBuildCommand(context))
            .addSubcommand(new ManifestListCommand(context))
            .addSubcommand(new ManifestShowCommand(context))
            .addSubcommand(new ManifestDropCommand(context))
            .addSubcommand(new ManifestCompareCommand(context)));
  }
}
