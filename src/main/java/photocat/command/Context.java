package photocat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import photocat.catalog.Catalog;
import photocat.catalog.Session;
import photocat.catalog.recipe.RecipeBook;
import photocat.file.Outputs;
import photocat.job.Job;
import photocat.job.Jobs;
import photocat.model.Cancellation;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/**
 * The world of a command: the catalogue, opened when first asked for, where words go, the request
 * to stop, and the work that goes on beside it. Closed by whoever made it. Thread-safe for the
 * catalogue and the jobs.
 */
public final class Context implements AutoCloseable {
  private final CatalogView view;
  private final Supplier<Output> output;
  private final RunSetup setup;
  private final Cancellation cancellation;
  private final Jobs jobs;
  private final Optional<Job> job;
  private final Optional<String> server;
  private final CommandHost host;

  /** A world whose parts are made when first needed, after the options have been read. */
  public Context(
      CatalogOpener opener, Supplier<Output> output, RunSetup setup, Cancellation cancellation) {
    this(
        new CatalogView(new SharedCatalog(opener), CatalogUse.SQL, false),
        output,
        setup,
        cancellation,
        new Jobs(),
        Optional.empty(),
        Optional.empty(),
        CommandHost.EMPTY);
    cancellation.onCancel(jobs::cancelAll);
  }

  private Context(
      CatalogView view,
      Supplier<Output> output,
      RunSetup setup,
      Cancellation cancellation,
      Jobs jobs,
      Optional<Job> job,
      Optional<String> server,
      CommandHost host) {
    this.view = view;
    this.output = output;
    this.setup = setup;
    this.cancellation = cancellation;
    this.jobs = jobs;
    this.job = job;
    this.server = server;
    this.host = host;
  }

  /**
   * Returns this world as one command in the shell sees it: with its own output and its own request
   * to stop. It shares the catalogue, which stays open, so it need not be closed.
   */
  public Context forCommand(Output commandOutput, Cancellation commandCancellation) {
    return new Context(
        view,
        () -> commandOutput,
        setup,
        commandCancellation,
        jobs,
        Optional.empty(),
        server,
        host);
  }

  /** Returns this world as it is seen from {@code newHost}; it shares the catalogue. */
  public Context at(CommandHost newHost) {
    return new Context(view, output, setup, cancellation, jobs, job, server, newHost);
  }

  /** Returns this world as a command sees it that is {@code itsJob}. */
  Context forJob(Job itsJob, Output jobOutput) {
    return new Context(
        view,
        () -> jobOutput,
        setup,
        itsJob.cancellation(),
        jobs,
        Optional.of(itsJob),
        server,
        host);
  }

  /**
   * Returns a world for a client: another process that has this one work in its catalogue. It
   * shares the catalogue and the jobs, which stay as they are, so it need not be closed.
   *
   * @param thisProcess what the client is told of this process
   */
  public Context forClient(
      String thisProcess,
      Output clientOutput,
      RunSetup clientSetup,
      Cancellation clientCancellation) {
    return new Context(
        view,
        () -> clientOutput,
        clientSetup,
        clientCancellation,
        jobs,
        Optional.empty(),
        Optional.of(thisProcess),
        CommandHost.EMPTY);
  }

  /** Returns the place where the command was typed. */
  public CommandHost host() {
    return host;
  }

  /** Returns how the person at the host is asked before something that cannot be undone. */
  public Consent consent() {
    return host.consent();
  }

  /** Returns how that person is asked before SQL changes what photocat keeps. */
  public Consent consentToOwnTables() {
    return setup.mayWriteOwnTables().getAsBoolean() ? Consent.GIVEN : consent();
  }

  /** Returns this world as whoever may change nothing in the catalogue sees it. */
  public Context readOnly() {
    return new Context(view.readOnly(), output, setup, cancellation, jobs, job, server, host);
  }

  /** Tells whether the user wants nothing changed. */
  public boolean isReadOnly() {
    return view.isReadOnly() || setup.isReadOnly().getAsBoolean();
  }

  /**
   * Opens a session that changes nothing in any database, not even in one of the user's; the caller
   * closes it.
   */
  public Session openReadingSession() {
    return catalog().openReadingSession(cancellation);
  }

  /** Returns this world as whoever wants {@code use} of the catalogue sees it. */
  public Context using(CatalogUse use) {
    return new Context(view.using(use), output, setup, cancellation, jobs, job, server, host);
  }

  /** Returns the process that works for this one, as messages name it; empty where none does. */
  public Optional<String> server() {
    return server;
  }

  /** Returns the process that asks, as messages name it. */
  public String process() {
    return setup.process();
  }

  /** Returns the jobs of whichever process holds the catalogue. */
  public Jobs jobsOfCatalog() {
    catalog();
    return jobs;
  }

  /**
   * Returns the catalogue; opens it at the first call. Who wants it for SQL must ask for it again
   * before each statement, for it may have come only now.
   *
   * @throws PhotocatException {@link ExitStatus#CATALOG} when it cannot be opened, or there is none
   *     and the use is not to fill it
   */
  public Catalog catalog() {
    return view.open(consent());
  }

  /** Opens a session that a request to stop interrupts; the caller closes it. */
  public Session openSession() {
    return catalog().openSession(cancellation);
  }

  /** Returns the work of this process, in the background and in the foreground. */
  public Jobs jobs() {
    return jobs;
  }

  /** Returns the job that this command is, empty where it is none. */
  public Optional<Job> job() {
    return job;
  }

  /** Returns where words go. */
  public Output output() {
    return output.get();
  }

  /**
   * Returns {@code path} as the user means it: relative to the folder that photocat was started in,
   * or to a home folder.
   */
  public Path resolve(Path path) {
    return setup.paths().resolve(path);
  }

  /** Returns where pieces of a source lie while it is taken in; empty for a catalogue in memory. */
  public Optional<Path> workFolder() {
    return catalog().file().map(file -> file.resolveSibling(file.getFileName() + ".ingest"));
  }

  /** Returns what opens every file that the user names to be written. */
  public Outputs outputs() {
    return outputs(cancellation);
  }

  /** Returns the same for work that {@code stop} ends. */
  public Outputs outputs(Cancellation stop) {
    return new Outputs(this::databases, server, stop);
  }

  /** Tells whether {@code file} is a database that this process has, or will have, open. */
  public boolean isDatabase(Path file) {
    return databases().stream()
        .anyMatch(
            database -> {
              try {
                return Files.isSameFile(database, file);
              } catch (IOException notThere) {
                return false;
              }
            });
  }

  /** What the catalogue is in need not be open yet. */
  private List<Path> databases() {
    List<Path> files = new ArrayList<>(setup.catalog().get().stream().toList());
    files.addAll(view.shared().openFiles());
    return files;
  }

  /** Returns the recipes: the user's, then those that come with photocat. */
  public RecipeBook recipes() {
    return setup.recipes();
  }

  /** Returns what the user has set. */
  public UserSettings settings() {
    return setup.settings().get();
  }

  /** Returns the time. */
  public InstantSource clock() {
    return setup.clock();
  }

  /** Returns the request to stop that this command obeys. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Stops the jobs, then closes the catalogue. */
  @Override
  public void close() {
    jobs.close();
    view.shared().close();
  }
}
