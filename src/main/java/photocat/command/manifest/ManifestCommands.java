package photocat.command.manifest;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands about manifests. */
public final class ManifestCommands {
  private ManifestCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new ManifestCommand())
            .addSubcommand(new ManifestBuildCommand(context))
            .addSubcommand(new ManifestListCommand(context))
            .addSubcommand(new ManifestShowCommand(context))
            .addSubcommand(new ManifestDropCommand(context))
            .addSubcommand(new ManifestCompareCommand(context)));
  }
}
