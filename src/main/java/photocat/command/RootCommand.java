package photocat.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The command line without a command: the shell, a script, or one text. */
@Command(
    name = "photocat",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "A list of species in, a folder of openly licensed photos out.",
    synopsisSubcommandLabel = "[COMMAND]")
public final class RootCommand implements Callable<Integer> {
  private final Callable<Integer> frontEnd;
  private final List<BatchInput> inputs = new ArrayList<>();

  @Mixin private final GlobalOptions options;

  @Option(
      names = "-c",
      paramLabel = "TEXT",
      parameterConsumer = InputConsumer.class,
      description = "Run TEXT (SQL, a command or a recipe) and leave; may be repeated")
  @SuppressWarnings("unused") // Its place among the -f counts, so both fill the one list.
  private @Nullable List<String> texts;

  @Option(
      names = "-f",
      paramLabel = "FILE",
      parameterConsumer = InputConsumer.class,
      description = "Run the script FILE and leave; - is standard input; may be repeated")
  @SuppressWarnings("unused") // See -c.
  private @Nullable List<Path> files;

  @Option(
      names = "--init",
      paramLabel = "FILE",
      description =
          "Run the script FILE first (default: at the prompt photocat/init.sql in $XDG_CONFIG_HOME"
              + " or ~/.config, where it is there)")
  private @Nullable Path init;

  @Option(names = "--no-init", description = "Run no script first")
  private boolean noInit;

  @Option(
      names = "--on-error",
      paramLabel = "WHAT",
      description =
          "After a statement of a text or script failed: stop, or continue with the next; the exit"
              + " code tells of the first failure all the same (default: stop)")
  private OnError onError = OnError.STOP;

  /** What follows a failure. */
  private enum OnError {
    STOP,
    CONTINUE;

    /** Returns the word that users type. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A command line that runs {@code frontEnd} when no command is given. */
  public RootCommand(GlobalOptions options, Callable<Integer> frontEnd) {
    this.options = options;
    this.frontEnd = frontEnd;
  }

  @Override
  public Integer call() throws Exception {
    return frontEnd.call();
  }

  /** Returns the global options. */
  public GlobalOptions options() {
    return options;
  }

  /** Returns what {@code -c} and {@code -f} gave, in their common order. */
  public List<BatchInput> inputs() {
    return List.copyOf(inputs);
  }

  /**
   * Returns the script to run first.
   *
   * @param usual what it is when nothing was said; empty for none
   */
  public Optional<Path> init(Optional<Path> usual) {
    return noInit ? Optional.empty() : Optional.ofNullable(init).or(() -> usual);
  }

  /** Tells whether the next statement of a script runs after a failure. */
  public boolean goesOnAfterFailures() {
    return onError == OnError.CONTINUE;
  }

  private static final class InputConsumer implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's interface wants the Stack.
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      if (arguments.isEmpty()) {
        throw new ParameterException(
            command.commandLine(),
            "missing %s after %s"
                .formatted(option.paramLabel(), option.paramLabel().equals("TEXT") ? "-c" : "-f"));
      }
      String argument = arguments.pop();
      RootCommand root = (RootCommand) command.userObject();
      if (option.paramLabel().equals("TEXT")) {
        root.inputs.add(new BatchInput.Text(argument));
      } else if (argument.equals("-")) {
        root.inputs.add(new BatchInput.StandardInput());
      } else {
        root.inputs.add(new BatchInput.ScriptFile(path(argument, option, command)));
      }
    }

    private static Path path(String argument, ArgSpec option, CommandSpec command) {
      try {
        return TypedPath.path(argument);
      } catch (TypeConversionException e) {
        throw new ParameterException(command.commandLine(), e.getMessage(), e, option, argument);
      }
    }
  }
}
