package photocat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.Obstacle;
import photocat.catalog.recipe.RecipeBook;
import photocat.command.CatalogUse;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.ReaderGone;
import photocat.command.RootCommand;
import photocat.command.RunSetup;
import photocat.command.line.CommandLines;
import photocat.model.Cancellation;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.ProcessName;
import photocat.model.Shortage;
import photocat.remote.CatalogClient;
import photocat.remote.CatalogHeldException;
import photocat.remote.ServerGoneException;
import photocat.shell.CommandLineHost;
import photocat.shell.Programs;
import photocat.shell.RemoteCommand;
import photocat.shell.TextOutput;
import picocli.CommandLine;

/** One run of photocat: puts its parts together once the options have been read. */
final class Run implements AutoCloseable {
  private final ProcessEnvironment around;
  private final GlobalOptions options = new GlobalOptions();
  private final CatalogPlace place;
  private final CatalogAccess door;
  private final Logs logs = new Logs();
  private final TextOutput output;
  private final Context context;
  private @Nullable Settings settings;
  private CatalogSettings usual = CatalogSettings.DEFAULTS;

  private Run(ProcessEnvironment around, Cancellation cancellation, List<String> arguments) {
    this.around = around;
    String command = ProcessName.shortened("photocat " + String.join(" ", arguments));
    this.place = new CatalogPlace(around, options);
    this.output = new TextOutput(around.standard().streams(), around.standard().screen(), options);
    Path ownRecipes = around.folder().resolve(RunSetup.RECIPES);
    List<Path> recipeFolders = List.of(ownRecipes, around.configFolder().resolve("recipes"));
    RunSetup setup =
        new RunSetup(
            around.paths(),
            InstantSource.system(),
            RecipeBook.load(recipeFolders),
            () -> settings().user(),
            ProcessName.of(ProcessHandle.current().pid(), command),
            () -> Optional.of(place.file()),
            options::mayWriteOwnTables,
            options::isReadOnly);
    this.context = new Context(this::openCatalog, () -> output, setup, cancellation);
    this.door = new CatalogAccess(around, options, command, context);
  }

  /** Runs one command line and returns the exit code. */
  static int of(ProcessEnvironment around, Cancellation cancellation, String... arguments) {
    List<String> words = List.of(arguments);
    try (Run run = new Run(around, cancellation, words)) {
      return run.flushed(run.execute(words));
    }
  }

  @Override
  public void close() {
    door.close();
    context.close();
    logs.close();
  }

  private int execute(List<String> arguments) {
    FrontEnd frontEnd = new FrontEnd(context, output, around);
    RootCommand[] root = new RootCommand[1];
    root[0] = new RootCommand(options, () -> frontEnd.run(root[0]));
    DemoCommand demo = new DemoCommand(around, options, output, context.cancellation());
    RepairCommand repair =
        new RepairCommand(
            place::file, () -> settings().catalog(), options, output, context.cancellation());
    CommandLine line = CommandLines.create(root[0], context.at(host()), arguments, demo, repair);
    line.getCommandSpec().version("photocat " + version());
    CommandLine.IExecutionStrategy strategy = line.getExecutionStrategy();
    line.setExecutionStrategy(
        parsed -> {
          try {
            usual = CommandLines.usualSettings(parsed);
            prepare();
          } catch (PhotocatException e) {
            output.failure(e);
            return e.kind().exitCode();
          }
          return strategy.execute(parsed);
        });
    try {
      return CommandLines.execute(line, arguments);
    } catch (CatalogHeldException held) {
      return executeElsewhere(held.connection(), arguments);
    } catch (Error e) {
      RuntimeException failure = Shortage.told(e);
      output.failure(failure);
      return CommandLines.exitCode(failure);
    }
  }

  private CommandLineHost host() {
    Programs programs = Programs.of(around.environment(), System.getProperty("os.name"));
    boolean isPerson = around.standard().hasKeyboard();
    return new CommandLineHost(
        context,
        output,
        isPerson ? Optional.of(programs) : Optional.empty(),
        around.standard().input());
  }

  private int executeElsewhere(CatalogClient holder, List<String> arguments) {
    try (holder) {
      return RemoteCommand.run(holder, arguments, output, context.at(host()));
    } catch (ServerGoneException e) {
      // It left before it began, so nothing has been done yet.
      if (!e.hasBegun()) {
        return execute(arguments);
      }
      PhotocatException failure = RemoteCommand.failure(holder, e);
      output.failure(failure);
      return failure.kind().exitCode();
    } catch (PhotocatException e) {
      output.failure(e);
      return e.kind().exitCode();
    } catch (ReaderGone e) {
      return CommandLines.exitCode(e);
    }
  }

  /** What is still in a buffer may find out only now that the disk is full. */
  private int flushed(int exitCode) {
    try {
      around.standard().streams().flush();
      return exitCode;
    } catch (ReaderGone e) {
      return exitCode;
    } catch (PhotocatException e) {
      output.failure(e);
      return exitCode == ExitStatus.DONE.exitCode() ? e.kind().exitCode() : exitCode;
    }
  }

  /** What needs the options, and must hold before anything is run. */
  private void prepare() {
    if (options.isDebug()) {
      logs.show(output::note);
    }
    options.spreadsheetSafe(settings().user().spreadsheetSafe());
  }

  /** The version that the jar's manifest tells; a run from class files has none. */
  private static String version() {
    String version = Run.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  private Settings settings() {
    if (settings == null) {
      Path file = Settings.file(around.configFolder());
      settings = Settings.read(file, around.environment(), options.settings(), usual);
    }
    return settings;
  }

  private Catalog openCatalog(CatalogUse use, Optional<Catalog> without, Consent createIn) {
    CatalogSettings how = settings().catalog();
    Path file = place.file();
    if (place.isInMemory()) {
      return Catalog.inMemory(how);
    }
    if (place.isMissing()) {
      if (use == CatalogUse.SQL) {
        return without.orElseGet(() -> Catalog.without(file, how));
      }
      if (use != CatalogUse.FILL || options.isReadOnly()) {
        throw place.missing(use);
      }
    }
    if (options.isReadOnly()) {
      return door.openReadOnly(file, how, without);
    }
    Optional<String> obstacle = use.onlyReads() ? Obstacle.to(file) : Optional.empty();
    if (obstacle.isPresent()) {
      Catalog catalog = door.openReadOnly(file, how, without);
      output.note("catalogue %s is open for reading only: %s".formatted(file, obstacle.get()));
      return catalog;
    }
    logs.writeBeside(file);
    return door.open(file, how, without, options.mayCreateIn() ? Consent.GIVEN : createIn);
  }
}
