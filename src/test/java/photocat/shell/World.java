package photocat.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import photocat.catalog.NewCatalog;
import photocat.catalog.TestSql;
import photocat.catalog.recipe.RecipeBook;
import photocat.command.BatchInput;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RunSetup;
import photocat.command.UserSettings;
import photocat.command.line.CommandLines;
import photocat.file.UserPaths;
import photocat.job.JobSettings;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;

/** A catalogue in memory with everything written to it kept as text. */
public final class World implements AutoCloseable {
  final StringWriter data = new StringWriter();
  final StringWriter narration = new StringWriter();
  private final Streams streams = new Streams(data, narration);
  final Cancellation cancellation = new Cancellation();
  final TextOutput output;
  public final Context context;

  public World(Path folder) {
    this(folder, Screen.NONE);
  }

  public World(Path folder, Screen screen) {
    this(folder, world -> new TextOutput(world.streams, screen, new GlobalOptions()));
  }

  private World(Path folder, Function<World, TextOutput> outputs) {
    this(new RunSetup(folder, InstantSource.system()), outputs);
  }

  private World(RunSetup setup, Function<World, TextOutput> outputs) {
    output = outputs.apply(this);
    context =
        new Context(
            (use, without, createIn) -> NewCatalog.inMemory(), () -> output, setup, cancellation);
  }

  /** The same with a person at a screen of 80 columns and 24 rows. */
  static World atPrompt(Path folder, Pager pager) {
    Screen screen = new Screen(true, true, true, false, () -> 80, () -> 24);
    return new World(
        folder, world -> TextOutput.atPrompt(world.streams, screen, new GlobalOptions(), pager));
  }

  /** The same at a terminal that draws pictures in the way of this name. */
  static World withPictures(Path folder, String pictures) {
    Screen screen = new Screen(true, true, true, false, () -> 80, () -> 24);
    UserSettings settings =
        new UserSettings(JobSettings.DEFAULTS, Duration.ZERO, pictures, false, List.of());
    return new World(
        new RunSetup(
            new UserPaths(folder, folder),
            InstantSource.system(),
            RecipeBook.load(List.of()),
            () -> settings,
            "this process",
            Optional::empty,
            () -> false,
            () -> false),
        world -> new TextOutput(world.streams, screen, new GlobalOptions()));
  }

  /** The same where SQL may change what photocat keeps. */
  static World writingOwnTables(Path folder) {
    return new World(
        setup(folder, true),
        world -> new TextOutput(world.streams, Screen.NONE, new GlobalOptions()));
  }

  /** What commands go by in {@code folder}. */
  static RunSetup setup(Path folder, boolean mayWriteOwnTables) {
    RunSetup usual = new RunSetup(folder, InstantSource.system());
    return new RunSetup(
        usual.paths(),
        usual.clock(),
        usual.recipes(),
        usual.settings(),
        usual.process(),
        usual.catalog(),
        () -> mayWriteOwnTables,
        () -> false);
  }

  InputRules rules() {
    return new InputRules(() -> CommandLines.describe(context));
  }

  ExitStatus runs(BatchInput... inputs) {
    return runs("", inputs);
  }

  ExitStatus runs(String standardInput, BatchInput... inputs) {
    InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
    return ExitStatus.ofExitCode(new ScriptRunner(context, output, in, false).run(List.of(inputs)));
  }

  /** Puts rows into what photocat keeps, as a test needs them. */
  void fill(String sql) {
    for (Statement statement : StatementSplitter.split(sql).statements()) {
      TestSql.rows(context.catalog(), statement.text());
    }
  }

  /** Runs a script on standard input that goes on after failures; returns the exit code. */
  int runsOn(String script) {
    InputStream in = new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8));
    return new ScriptRunner(context, output, in, true).run(List.of(new BatchInput.StandardInput()));
  }

  ExitStatus runs(String text) {
    return runs(new BatchInput.Text(text));
  }

  /** Starts a thread that runs {@code action} as soon as the first data has been written. */
  Thread whenRowsAppear(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              while (data.getBuffer().isEmpty()) {
                Thread.onSpinWait();
              }
              action.run();
            });
    thread.start();
    return thread;
  }

  @Override
  public void close() {
    context.close();
  }
}
