package photocat.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Catalog;
import photocat.catalog.NewCatalog;
import photocat.catalog.Session;
import photocat.catalog.recipe.RecipeBook;
import photocat.command.line.CommandLines;
import photocat.file.UserPaths;
import photocat.job.Progress;
import photocat.model.Cancellation;
import photocat.model.Column;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Runs commands against a catalogue in memory and keeps what they say. */
public final class CommandRunner implements AutoCloseable {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Path folder;
  private final Context context;
  private final Words words = new Words();
  private Runnable whenAsked = () -> {};

  /** Commands whose relative paths start from {@code folder}. */
  public CommandRunner(Path folder) {
    this(folder, NewCatalog::inMemory);
  }

  /** The same on another catalogue, which is opened when it is asked for, and closed with this. */
  public CommandRunner(Path folder, Supplier<Catalog> catalog) {
    this.folder = folder;
    this.context =
        new Context(
            (use, without, createIn) -> catalog.get(),
            () -> words,
            new RunSetup(
                new UserPaths(folder, folder),
                this::now,
                RecipeBook.load(List.of(folder.resolve(RunSetup.RECIPES))),
                () -> UserSettings.NONE,
                "this process",
                this::asked,
                () -> false,
                () -> false),
            new Cancellation());
  }

  /** Runs one command line and returns its exit code; forgets what was said before. */
  public int run(String... arguments) {
    words.data.clear();
    words.narration.clear();
    RootCommand root = new RootCommand(new GlobalOptions(), () -> 0);
    return CommandLines.create(root, context).execute(arguments);
  }

  /** The same for one that tells {@code progress} how far it is and that {@code stop} ends. */
  public int run(Progress progress, Cancellation stop, String... arguments) {
    words.data.clear();
    words.narration.clear();
    words.progress = progress;
    try {
      RootCommand root = new RootCommand(new GlobalOptions(), () -> 0);
      return CommandLines.create(root, context.forCommand(words, stop)).execute(arguments);
    } finally {
      words.progress = Progress.NONE;
    }
  }

  /**
   * Runs one command line that is stopped as soon as its work has begun, and returns its exit code.
   */
  public int runStopped(String... arguments) {
    Cancellation stop = new Cancellation();
    // The job that the command is has asked for the time once when it begins.
    whenAsked = () -> whenAsked = stop::cancel;
    try {
      words.narration.clear();
      RootCommand root = new RootCommand(new GlobalOptions(), () -> 0);
      return CommandLines.create(root, context.forCommand(words, stop)).execute(arguments);
    } finally {
      whenAsked = () -> {};
    }
  }

  private Instant now() {
    whenAsked.run();
    return NOON;
  }

  /** Which file must not be written is asked when one is to be. */
  private Optional<Path> asked() {
    whenAsked.run();
    return Optional.empty();
  }

  /** Runs one command line that must succeed. */
  public CommandRunner done(String... arguments) {
    int exitCode = run(arguments);
    if (exitCode != 0) {
      throw new AssertionError("%s gave %d: %s".formatted(List.of(arguments), exitCode, said()));
    }
    return this;
  }

  /** Returns rows (values joined by {@code |}) and lines of the last command. */
  public List<String> data() {
    return List.copyOf(words.data);
  }

  /** Returns notes, warnings and errors of the last command. */
  public String said() {
    return String.join("\n", words.narration);
  }

  /** Returns the rows of a query, values joined by {@code |}. */
  public List<String> rows(String sql) {
    Words result = new Words();
    try (Session session = context.catalog().openSession()) {
      session.execute(sql, List.of(), result.rows());
    }
    return result.data;
  }

  /** Empties all tables but those that come filled, which is quicker than a new catalogue. */
  public void forget() {
    for (String table :
        rows(
            """
            SELECT table_name FROM duckdb_tables()
            WHERE table_name NOT IN ('licenses', 'sources', 'host_limits', 'schema_versions')
                AND estimated_size > 0
            """)) {
      rows("DELETE FROM " + table);
    }
  }

  /** Returns the folder that relative paths start from. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Words implements Output {
    private final List<String> data = new ArrayList<>();
    private final List<String> narration = new ArrayList<>();
    private Progress progress = Progress.NONE;

    @Override
    public RowSink rows() {
      return new RowSink() {
        @Override
        public void columns(List<Column> columns) {}

        @Override
        public boolean row(List<@Nullable Object> values) {
          return data.add(String.join("|", values.stream().map(String::valueOf).toList()));
        }
      };
    }

    @Override
    public RowSink rows(OutputMode suited) {
      return rows();
    }

    @Override
    public void line(String text) {
      data.add(text);
    }

    @Override
    public void note(String text) {
      narration.add(text);
    }

    @Override
    public void warn(String text) {
      narration.add("warning: " + text);
    }

    @Override
    public void failure(Throwable failure) {
      narration.add("error: " + failure.getMessage());
      if (failure instanceof PhotocatException expected) {
        expected.hint().ifPresent(hint -> narration.add("hint: " + hint));
      }
    }

    @Override
    public Progress progress() {
      return progress;
    }
  }
}
