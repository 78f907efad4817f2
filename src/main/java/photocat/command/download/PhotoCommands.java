package photocat.command.download;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands from a manifest to files that are known to be whole. */
public final class PhotoCommands {
  private PhotoCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(
        new CommandLine(new DownloadCommand())
            .addSubcommand(new DownloadStartCommand(context))
            .addSubcommand(new DownloadRetryCommand(context))
            .addSubcommand(new DownloadStatusCommand(context))
            .addSubcommand(new DownloadRebuildCommand(context)));
    line.addSubcommand(new VerifyCommand(context));
  }
}
