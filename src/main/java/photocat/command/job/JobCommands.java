package photocat.command.job;

import photocat.command.Context;
import picocli.CommandLine;

/** The commands about work in the background. */
public final class JobCommands {
  private JobCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    line.addSubcommand(new JobsCommand(context));
    line.addSubcommand(new JobCommand(context));
    line.addSubcommand(new CancelCommand(context));
    line.addSubcommand(new WaitCommand(context));
  }
}
