package photocat.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The options of a run; most of them every command takes too. */
public final class GlobalOptions {
  /** The setting that {@code --spreadsheet-safe} changes. */
  public static final String SPREADSHEET_SAFE = "output.spreadsheet-safe=true";

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "The catalogue to work on; a relative path starts from the current folder, :memory: keeps"
              + " nothing; made once there is something to keep (default: $PHOTOCAT_CATALOG, then"
              + " catalog/photocat.duckdb)")
  private @Nullable Path catalog;

  @Option(
      names = "--read-only",
      scope = ScopeType.INHERIT,
      description = "Change nothing in the catalogue; others may read it at the same time")
  private boolean readOnly;

  @Option(
      names = "--create-in",
      scope = ScopeType.INHERIT,
      description =
          "Make photocat's tables in a DuckDB file that holds tables of somebody else's (default:"
              + " asked at a terminal, refused elsewhere)")
  private boolean createIn;

  @Option(
      names = "--write-own-tables",
      description =
          "Let SQL change what photocat keeps in its own tables; your own tables need no option"
              + " (default: asked at the prompt, refused elsewhere)")
  private boolean writeOwnTables;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      scope = ScopeType.INHERIT,
      description =
          "How results are written: ${COMPLETION-CANDIDATES} (default: table on a terminal, csv"
              + " elsewhere)")
  private @Nullable OutputMode mode;

  @Option(
      names = "--spreadsheet-safe",
      scope = ScopeType.INHERIT,
      description =
          "In CSV and TSV, put an apostrophe in front of texts that a spreadsheet would run as"
              + " formulas: those that begin with = + - @, a tab or a line break (default:"
              + " output.spreadsheet-safe, no)")
  private boolean spreadsheetSafe;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description =
          "When to use colours: auto, always or never (default: auto, which is on a terminal unless"
              + " $NO_COLOR is set)")
  private @Nullable ColorChoice color;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Only data, warnings and errors")
  private boolean quiet;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the whole trace of an error, and the log")
  private boolean debug;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      parameterConsumer = SettingConsumer.class,
      description =
          "Change a setting for this run; may be repeated ('photocat settings' lists all)")
  private final List<String> settings = new ArrayList<>();

  /** Returns options as if they had been given so. */
  public static GlobalOptions of(boolean quiet, boolean debug, Optional<ColorChoice> color) {
    GlobalOptions options = new GlobalOptions();
    options.quiet = quiet;
    options.debug = debug;
    options.color = color.orElse(null);
    return options;
  }

  /** Sets whether CSV and TSV hold no text that a spreadsheet would run; returns these options. */
  public GlobalOptions spreadsheetSafe(boolean safe) {
    spreadsheetSafe = safe;
    return this;
  }

  /** Returns the words that give another command line these options, but for the catalogue's. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    mode().ifPresent(given -> words.add("--mode=" + given.word()));
    color().ifPresent(given -> words.add("--color=" + given.name()));
    settings().forEach(setting -> words.add("--set=" + setting));
    if (quiet) {
      words.add("--quiet");
    }
    if (debug) {
      words.add("--debug");
    }
    return words;
  }

  /** Returns the catalogue that was asked for, empty where none was. */
  public Optional<Path> catalog() {
    return Optional.ofNullable(catalog);
  }

  /** Tells whether the catalogue is to be opened for reading only. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** Tells whether tables may be made in a database of somebody else's. */
  public boolean mayCreateIn() {
    return createIn;
  }

  /** Tells whether SQL may change photocat's own tables. */
  public boolean mayWriteOwnTables() {
    return writeOwnTables;
  }

  /** Returns the mode that was asked for, empty where none was. */
  public Optional<OutputMode> mode() {
    return Optional.ofNullable(mode);
  }

  /** Tells whether CSV and TSV are to hold no text that a spreadsheet would run as a formula. */
  public boolean isSpreadsheetSafe() {
    return spreadsheetSafe;
  }

  /** Returns when colours were asked for, empty where nothing was said. */
  public Optional<ColorChoice> color() {
    return Optional.ofNullable(color);
  }

  /** Tells whether narration is unwanted. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Tells whether errors show their trace. */
  public boolean isDebug() {
    return debug;
  }

  /** Returns the settings that were changed, each {@code KEY=VALUE}, in order. */
  public List<String> settings() {
    List<String> all = new ArrayList<>(settings);
    if (spreadsheetSafe) {
      all.add(SPREADSHEET_SAFE);
    }
    return all;
  }

  /** Keeps those given before a command beside those given behind it. */
  private static final class SettingConsumer implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's interface wants the Stack.
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      if (arguments.isEmpty()) {
        throw new ParameterException(command.commandLine(), "missing KEY=VALUE after --set");
      }
      RootCommand root = (RootCommand) command.root().userObject();
      root.options().settings.add(arguments.pop());
    }
  }
}
