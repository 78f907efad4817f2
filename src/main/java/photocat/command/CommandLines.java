package photocat.command;

import java.io.PrintWriter;
import java.io.Writer;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Puts the commands together. A command line keeps what it parsed, so each run needs a new one. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * Returns the command line with every command.
   *
   * @param root takes the global options and runs when no command is given
   */
  public static CommandLine create(RootCommand root, Context context) {
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new StatusCommand(context));
    line.addSubcommand(
        new CommandLine(new ExportCommand()).addSubcommand(new ExportAttributionCommand(context)));
    line.addSubcommand(new RunCommand(context));
    line.addSubcommand(
        new CommandLine(new RecipesCommand(context))
            .addSubcommand(new RecipesShowCommand(context)));
    NameCommands.add(line, context);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setOut(new PrintWriter(new Lines(context), true));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          context.output().failure(failure);
          return exitCode(failure);
        });
    line.setParameterExceptionHandler(
        (failure, arguments) -> {
          context.output().failure(wrongUsage(failure));
          return Kind.USAGE.exitCode();
        });
    return line;
  }

  /** Returns the exit code that {@code failure} ends a run with. */
  public static int exitCode(Throwable failure) {
    return (failure instanceof PhotocatException expected ? expected.kind() : Kind.BUG).exitCode();
  }

  private static PhotocatException wrongUsage(ParameterException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    return PhotocatException.of(
            Kind.USAGE,
            message.isEmpty()
                ? "wrong usage"
                : Character.toLowerCase(message.charAt(0)) + message.substring(1),
            failure)
        .withHint("see '" + command + " --help'");
  }

  /** Sends help pages, which picocli prints to a writer, to the output as lines. */
  private static final class Lines extends Writer {
    private final Context context;
    private final StringBuilder pending = new StringBuilder();

    Lines(Context context) {
      this.context = context;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
      pending.append(buffer, offset, length);
    }

    @Override
    public void flush() {
      pending.toString().lines().forEach(context.output()::line);
      pending.setLength(0);
    }

    @Override
    public void close() {
      flush();
    }
  }
}
