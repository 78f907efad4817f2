package photocat.command.export;

import java.util.List;
import java.util.function.Function;
import photocat.command.Context;
import picocli.CommandLine;

/** The commands that write files for others. */
public final class ExportCommands {
  /** A line here makes an export known to help, completion and documentation. */
  private static final List<Function<Context, FileExportCommand>> EXPORTS =
      List.of(ExportAttributionCommand::new, ExportTableCommand::new);

  private ExportCommands() {}

  /** Adds them to {@code line}. */
  public static void add(CommandLine line, Context context) {
    CommandLine group = new CommandLine(new ExportCommand());
    EXPORTS.forEach(export -> group.addSubcommand(export.apply(context)));
    line.addSubcommand(group);
  }
}
