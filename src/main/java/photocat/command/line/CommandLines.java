package photocat.command.line;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import photocat.catalog.CatalogSettings;
import photocat.command.CommandInfo;
import photocat.command.CommandInfo.OptionInfo;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.JobStart;
import photocat.command.PhotocatCommand;
import photocat.command.ReaderGone;
import photocat.command.RootCommand;
import photocat.command.SettingsCommand;
import photocat.command.TypedPath;
import photocat.command.catalog.CatalogCommands;
import photocat.command.collect.CollectCommand;
import photocat.command.download.PhotoCommands;
import photocat.command.export.ExportCommands;
import photocat.command.gbif.GbifCommands;
import photocat.command.ingest.IngestCommands;
import photocat.command.job.JobCommands;
import photocat.command.manifest.ManifestCommands;
import photocat.command.names.NameCommands;
import photocat.command.recipe.RecipeCommands;
import photocat.model.ExitStatus;
import photocat.model.NearestNames;
import photocat.model.PhotocatException;
import photocat.remote.CatalogHeldException;
import photocat.remote.ConsentRequiredException;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together. A command line keeps what it parsed, so each run needs a new one. */
public final class CommandLines {
  /** Picocli's own bound. */
  private static final int NARROWEST_HELP = 55;

  /** Where help about a command is, on the command line and at the prompt. */
  private static final String AT_HOME = "see 'photocat%s --help'";

  private static final String AT_PROMPT = "see '.help%s'";

  /** Longer lines are hard to read. */
  private static final int WIDEST_HELP = 100;

  private CommandLines() {}

  /**
   * Returns the command line with every command.
   *
   * @param root takes the global options and runs when no command is given
   */
  public static CommandLine create(RootCommand root, Context context) {
    CommandLine line = new CommandLine(root);
    addCommands(line, context);
    return prepared(line, context);
  }

  /**
   * Returns the command line for {@code words}. Reading the declarations of all commands takes 0.1
   * s, so they are left out where only options are given, as in {@code -c 'SELECT 1'}.
   *
   * @param more further commands, which are no commands in the shell
   */
  public static CommandLine create(
      RootCommand root, Context context, List<String> words, Object... more) {
    CommandLine line = new CommandLine(root);
    if (needsCommands(line.getCommandSpec(), words)) {
      addCommands(line, context);
      List.of(more).forEach(line::addSubcommand);
    }
    return prepared(line, context);
  }

  /** Returns how the catalogue is opened for the command that was typed, unless a user says. */
  public static CatalogSettings usualSettings(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    return commands.get(commands.size() - 1).getCommand() instanceof PhotocatCommand command
            && command.isFrugal()
        ? CatalogSettings.FRUGAL
        : CatalogSettings.DEFAULTS;
  }

  private static boolean needsCommands(CommandSpec root, List<String> words) {
    boolean isValue = false;
    for (String word : words) {
      OptionSpec option = root.optionsMap().get(word);
      boolean isCommand = option == null && !word.startsWith("-");
      if (!isValue && (isCommand || (option != null && option.usageHelp()))) {
        return true;
      }
      isValue = !isValue && option != null && option.arity().max() > 0;
    }
    return false;
  }

  private static void addCommands(CommandLine line, Context context) {
    line.addSubcommand(new CollectCommand(context));
    IngestCommands.add(line, context);
    GbifCommands.add(line, context);
    NameCommands.add(line, context);
    ManifestCommands.add(line, context);
    PhotoCommands.add(line, context);
    ExportCommands.add(line, context);
    CatalogCommands.add(line, context);
    RecipeCommands.add(line, context);
    JobCommands.add(line, context);
    line.addSubcommand(new SettingsCommand(context));
  }

  private static CommandLine prepared(CommandLine line, Context context) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Path.class, TypedPath::path);
    // Our output lets no escape sequence pass.
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setOut(new PrintWriter(new Lines(context), true));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (!(failure instanceof ReaderGone)) {
            context.output().failure(failure);
          }
          return exitCode(failure);
        });
    line.setExecutionStrategy(
        parsed -> {
          try {
            refuseInputsBesideACommand(parsed);
            IdleOptions.refuse(parsed);
            fitHelp(parsed, context);
            return new CommandLine.RunLast().execute(parsed);
          } catch (PhotocatException e) {
            context.output().failure(e);
            return exitCode(e);
          } catch (ReaderGone e) {
            // From a help page; those from commands arrive wrapped, at the handler above.
            return exitCode(e);
          }
        });
    line.setParameterExceptionHandler(
        (failure, arguments) -> {
          context.output().failure(wrongUsage(failure, List.of(), AT_HOME));
          return ExitStatus.USAGE.exitCode();
        });
    return line;
  }

  /** By itself picocli would ask for the terminal of this process, not for that of a client. */
  private static void fitHelp(ParseResult parsed, Context context) {
    boolean isWanted =
        parsed.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested);
    int columns = isWanted ? context.output().columns() : 0;
    if (columns > 0) {
      parsed
          .commandSpec()
          .commandLine()
          .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, columns)));
    }
  }

  private static void refuseInputsBesideACommand(ParseResult parsed) {
    RootCommand root = (RootCommand) parsed.commandSpec().userObject();
    if (parsed.hasSubcommand() && !root.inputs().isEmpty()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "cannot run -c or -f and the command %s at once"
              .formatted(parsed.subcommand().commandSpec().name()));
    }
  }

  /** Runs one command line and returns its exit code; failures have been reported. */
  public static int run(RootCommand root, Context context, List<String> words) {
    return run(root, context, words, List.of());
  }

  /**
   * Runs one command line where there are other commands beside ours.
   *
   * @param others names of commands that are not ours, which may have been meant too
   */
  public static int run(
      RootCommand root, Context context, List<String> words, List<String> others) {
    CommandLine line = create(root, context, words);
    line.setParameterExceptionHandler(
        (failure, arguments) -> {
          // Other commands are there at the prompt, and in scripts.
          String remedy = others.isEmpty() ? AT_HOME : AT_PROMPT;
          context.output().failure(wrongUsage(failure, others, remedy));
          return ExitStatus.USAGE.exitCode();
        });
    return execute(line, words);
  }

  /**
   * Runs one command line and returns its exit code.
   *
   * @throws CatalogHeldException when it needs the catalogue, which another photocat holds; picocli
   *     would report it as a bug
   * @throws ConsentRequiredException when a client's person is to be asked first
   */
  public static int execute(CommandLine line, List<String> words) {
    AtomicReference<@Nullable RuntimeException> passed = new AtomicReference<>();
    CommandLine.IExecutionExceptionHandler usual = line.getExecutionExceptionHandler();
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof CatalogHeldException
              || failure instanceof ConsentRequiredException) {
            passed.set((RuntimeException) failure);
            return ExitStatus.CATALOG.exitCode();
          }
          return usual.handleExecutionException(failure, command, parsed);
        });
    int exitCode = line.execute(words.toArray(String[]::new));
    RuntimeException failure = passed.get();
    if (failure != null) {
      throw failure;
    }
    return exitCode;
  }

  /**
   * Starts one command line as a job and returns at once, 0 if it was started; wrong usage and a
   * fight with another job are told now.
   */
  public static int start(RootCommand root, Context context, List<String> words) {
    CommandLine line = create(root, context, words);
    line.setExecutionStrategy(new JobStart(line.getExecutionStrategy(), context));
    return execute(line, words);
  }

  /** Returns the exit code that {@code failure} ends a run with. */
  public static int exitCode(Throwable failure) {
    if (failure instanceof ReaderGone) {
      return ExitStatus.DONE.exitCode();
    }
    return (failure instanceof PhotocatException expected ? expected.kind() : ExitStatus.BUG)
        .exitCode();
  }

  /** Returns what there is to know about every command, in the order of the help page. */
  public static List<CommandInfo> describe(Context context) {
    RootCommand root = new RootCommand(new GlobalOptions(), ExitStatus.DONE::exitCode);
    return info(create(root, context)).subcommands();
  }

  private static CommandInfo info(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    return new CommandInfo(
        spec.name(),
        firstLine(spec.usageMessage().description()),
        spec.options().stream().filter(option -> !option.hidden()).map(CommandLines::info).toList(),
        spec.positionalParameters().stream().anyMatch(CommandLines::takesFile),
        spec.subcommands().values().stream().distinct().map(CommandLines::info).toList());
  }

  private static OptionInfo info(OptionSpec option) {
    List<String> values = new ArrayList<>();
    if (option.completionCandidates() != null) {
      option.completionCandidates().forEach(values::add);
    }
    return new OptionInfo(
        option.longestName(), firstLine(option.description()), values, takesFile(option));
  }

  private static boolean takesFile(ArgSpec argument) {
    return argument.type() == TypedPath.class
        || argument.type() == Path.class
        || List.of(argument.auxiliaryTypes()).contains(Path.class);
  }

  private static String firstLine(String[] text) {
    return text.length == 0 ? "" : text[0];
  }

  private static PhotocatException wrongUsage(
      ParameterException failure, List<String> others, String remedy) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    String help = remedy.formatted(command.qualifiedName().replaceFirst("^photocat", ""));
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      // An option's value is no part of its name.
      String word = unmatched.getUnmatched().get(0).replaceFirst("^(-[^=]*)=.*", "$1");
      Set<String> known = new TreeSet<>(namesLike(word, command));
      known.addAll(command.parent() == null ? others : List.of());
      List<String> near = NearestNames.to(word, known);
      return PhotocatException.of(
              ExitStatus.USAGE, "unknown %s '%s'".formatted(kindOf(word, command), word), failure)
          .withHint(near.isEmpty() ? help : "did you mean " + String.join(" or ", near));
    }
    String message = WrongValue.message(failure).orElseGet(() -> wordsOf(failure));
    return PhotocatException.of(ExitStatus.USAGE, message, failure).withHint(help);
  }

  private static String wordsOf(ParameterException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return message.isEmpty()
        ? "wrong usage"
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static String kindOf(String word, CommandSpec command) {
    if (word.startsWith("-")) {
      return "option";
    }
    return command.subcommands().isEmpty() ? "argument" : "command";
  }

  /** Options of one letter are all near each other. */
  private static Set<String> namesLike(String word, CommandSpec command) {
    if (word.startsWith("--")) {
      return command.optionsMap().keySet();
    }
    return word.startsWith("-") ? Set.of() : command.subcommands().keySet();
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
