package photocat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import photocat.catalog.Catalog;
import photocat.catalog.CatalogSettings;
import photocat.catalog.RecipeBook;
import photocat.catalog.Session;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RootCommand;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.shell.PlainOutput;

/** Starts photocat: settings, wiring and exit codes. */
public final class Main {
  /** How long Ctrl-C waits for the work in hand to be put away. */
  private static final long GRACE_SECONDS = 10;

  /** DuckDB's own name for a database that vanishes at the end. */
  private static final Path IN_MEMORY = Path.of(":memory:");

  private Main() {}

  /** Runs one command line, or opens the shell. */
  public static void main(String[] arguments) {
    Cancellation cancellation = new Cancellation();
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cancellation, finished), "stop"));
    int exitCode = run(arguments, cancellation);
    finished.countDown();
    System.exit(exitCode);
  }

  private static int run(String[] arguments, Cancellation cancellation) {
    PrintStream data = stream(FileDescriptor.out);
    PrintStream narration = stream(FileDescriptor.err);
    GlobalOptions options = new GlobalOptions();
    Map<String, String> environment = System.getenv();
    Path folder = Path.of("").toAbsolutePath();
    try (Context context =
        new Context(
            () -> openCatalog(folder, catalogFile(options, environment)),
            () -> new PlainOutput(data, narration, options.isQuiet(), options.isDebug()),
            folder,
            InstantSource.system(),
            cancellation,
            RecipeBook.load(recipeFolders(folder, environment)))) {
      RootCommand[] root = new RootCommand[1];
      root[0] = new RootCommand(options, () -> script(root[0], context));
      return CommandLines.create(root[0], context).execute(arguments);
    } finally {
      data.flush();
    }
  }

  private static int script(RootCommand root, Context context) {
    try (Session session = context.catalog().openSession()) {
      for (String text : root.texts()) {
        session.execute(text, List.of(), context.output().rows());
      }
    }
    return Kind.DONE.exitCode();
  }

  private static Catalog openCatalog(Path folder, Path file) {
    return file.equals(IN_MEMORY)
        ? Catalog.inMemory()
        : Catalog.open(folder.resolve(file), CatalogSettings.DEFAULTS);
  }

  private static List<Path> recipeFolders(Path folder, Map<String, String> environment) {
    String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path home =
        configuration.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(configuration);
    return List.of(folder.resolve(Context.RECIPES), home.resolve("photocat/recipes"));
  }

  private static Path catalogFile(GlobalOptions options, Map<String, String> environment) {
    return options
        .catalog()
        .orElseGet(
            () -> Path.of(environment.getOrDefault("PHOTOCAT_CATALOG", "catalog/photocat.duckdb")));
  }

  /**
   * Ctrl-C and SIGTERM end the process, with 130 or 143, when the work in hand has been put away.
   */
  private static void stop(Cancellation cancellation, CountDownLatch finished) {
    cancellation.cancel();
    try {
      if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("warning: gave up waiting for the work in hand");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
