package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.CommandInfo;
import photocat.command.Context;
import photocat.command.ReaderGone;
import photocat.command.line.CommandLines;
import photocat.job.Jobs;
import photocat.model.Cancellation;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.Shortage;
import photocat.remote.CatalogHeldException;
import photocat.remote.ConsentRequiredException;
import photocat.shell.dot.DotCommand;
import photocat.shell.dot.DotCommands;
import photocat.sql.Script;
import photocat.sql.Statement;

/**
 * Runs statements, commands and recipes one after another, the same for prompt, script and pipe.
 * SQL runs in one session, so that transactions and temporary tables live on. Failures are
 * reported, not thrown, but for {@link ReaderGone}, {@link CatalogHeldException} and {@link
 * ConsentRequiredException}. Not thread-safe but for {@link #stop}.
 */
public final class Interpreter implements StatementRunner {
  /** Scripts that read one another would do so for ever. */
  private static final int DEEPEST = 50;

  private final Context context;
  private final TextOutput output;
  private final InputRules rules;
  private final Audience audience;
  private final Hooks hooks;
  private final CommandRunner commands;
  private final SqlSession session;
  private final ResultFiles files;
  private String lastSql = "";
  private int depth;
  private boolean safe;
  private boolean watching;
  private volatile @Nullable Cancellation running;

  /** What is particular about where an interpreter works. */
  interface Hooks {
    /** Makes its session ready. */
    default void prepare(Session session) {}

    /**
     * Runs a statement that belongs to another, wherever the catalogue is.
     *
     * @param here runs it in this process
     */
    default Outcome run(Statement statement, StatementCall around, Supplier<Outcome> here) {
      return here.get();
    }
  }

  /** An interpreter for a script that ends with its first failure. */
  Interpreter(Context context, InputRules rules, TextOutput output) {
    this(context, rules, output, Audience.SCRIPT, new Hooks() {});
  }

  /** An interpreter with a session of its own. */
  Interpreter(
      Context context, InputRules rules, TextOutput output, Audience audience, Hooks hooks) {
    this.context = context;
    this.rules = rules;
    this.output = output;
    this.audience = audience;
    this.hooks = hooks;
    this.commands = new CommandRunner(context);
    this.session = new SqlSession(context, hooks::prepare);
    this.files = new ResultFiles(context, output);
  }

  @Override
  public ScriptText script(Path file) {
    Cancellation before = running;
    Cancellation reading = new Cancellation();
    running = reading;
    try {
      context.cancellation().check("the script");
      return ScriptText.read(file, resolve(file), reading);
    } finally {
      running = before;
    }
  }

  @Override
  public boolean goesOnAfterFailures() {
    return audience.goesOn();
  }

  @Override
  public Outcome run(Statement statement, String place, LongConsumer changes) {
    return run(statement, place, changes, new Cancellation());
  }

  /** The same; {@code cancellation} stops it, perhaps before it begins. */
  Outcome run(Statement statement, String place, LongConsumer changes, Cancellation cancellation) {
    Cancellation before = running;
    StatementCall call =
        new StatementCall(statement, output.at(place), place, changes, cancellation);
    running = cancellation;
    StatementFile file = StatementFile.begin(output.display());
    depth++;
    try {
      context.cancellation().check("the script");
      cancellation.check("the statement");
      Outcome outcome = rules.isCommand(statement) ? command(call) : sql(call);
      file.end(outcome.isFailure()).ifPresent(written -> output.note("wrote " + written));
      return outcome;
    } catch (ReaderGone | CatalogHeldException | ConsentRequiredException e) {
      throw e;
    } catch (RuntimeException e) {
      return failed(call, file, e);
    } catch (Error e) {
      return failed(call, file, Shortage.told(e));
    } finally {
      depth--;
      running = before;
      output.endResult();
    }
  }

  private Outcome failed(StatementCall call, StatementFile file, RuntimeException failure) {
    RuntimeException shown =
        call.cancellation().isCancelled()
            ? PhotocatException.of(ExitStatus.INTERRUPTED, "the statement was stopped", failure)
            : SqlHints.explain(failure, call.statement(), rules, context.recipes());
    finishResult(file, shown);
    call.output().failure(shown);
    return Outcome.of(ExitStatus.ofExitCode(CommandLines.exitCode(shown)));
  }

  /** What was written so far may not reach its file either; the first failure says enough. */
  private void finishResult(StatementFile file, RuntimeException failure) {
    for (Runnable step : List.<Runnable>of(output.display()::finish, () -> file.end(true))) {
      try {
        step.run();
      } catch (PhotocatException e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** Runs a statement that belongs to another, wherever the catalogue is. */
  Outcome nested(Statement statement, StatementCall around) {
    around.cancellation().check("the statement");
    return hooks.run(
        statement,
        around,
        () -> run(statement, around.place(), around.changes(), around.cancellation()));
  }

  /** Repeats a statement for the person who watches. */
  public Outcome watch(StatementCall call) {
    Watch watch = Watch.parse(call.statement().text(), rules);
    output.display().watch(audience.viewer().hasKeyboard());
    watching = true;
    try {
      return watch.run(each -> nested(each, call), audience.viewer(), call.cancellation());
    } finally {
      watching = false;
      output.display().watch(false);
    }
  }

  /** Runs a script of the person's, as part of this session. */
  public Outcome read(Path file, StatementCall call) {
    if (depth > DEEPEST) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot read %s: scripts read one another %d deep".formatted(file, DEEPEST));
    }
    ScriptText script = ScriptText.read(file, resolve(file), call.cancellation());
    Outcome ended = Outcome.of(ExitStatus.DONE);
    for (Statement statement : script.statements(this::split)) {
      ended = ended.then(nested(statement, call.at(script.place(statement))));
      if (endsWith(ended)) {
        break;
      }
    }
    return call.cancellation().isCancelled() ? Outcome.of(ExitStatus.INTERRUPTED) : ended;
  }

  /**
   * Returns how the person is asked before something that cannot be undone; nobody is while a key
   * would end the watching.
   */
  Consent consent() {
    return watching ? Consent.NOBODY : audience.consent();
  }

  /** Returns the last SQL that the person ran, without its {@code ;}. */
  Optional<String> lastSql() {
    return lastSql.isEmpty() ? Optional.empty() : Optional.of(lastSql);
  }

  /** Takes note of SQL of the person's, wherever it is run. */
  void remember(String sql) {
    lastSql = sql;
  }

  /** Lets the person edit the last statement. */
  public Outcome edit() {
    Foreground editor =
        audience
            .foreground()
            .orElseThrow(
                () ->
                    PhotocatException.of(
                        ExitStatus.USAGE, "cannot edit in a script: nobody is there"));
    return Outcome.draft(Draft.edited(lastSql.isEmpty() ? "" : lastSql + ";", editor));
  }

  /** Opens the file of a photo in a window of its own. */
  public void open(List<String> words, StatementCall call) {
    Foreground viewer = viewer();
    Photos.open(new Photos(context, call.output()).file(words), viewer);
  }

  /** Returns what opens photos for the person. */
  Foreground viewer() {
    return audience
        .foreground()
        .orElseThrow(
            () ->
                PhotocatException.of(
                    ExitStatus.USAGE, "cannot open a photo in a script: nobody is there"));
  }

  /** Shows a photo. */
  public void show(List<String> words, StatementCall call) {
    new Photos(context.forCommand(call.output(), call.cancellation()), call.output()).show(words);
  }

  /** Lets nothing more reach files, the network or other programs. */
  public void lockIn() {
    session.lockIn();
    audience.foreground().ifPresent(Foreground::lockIn);
    safe = true;
  }

  /** Returns a path as the user means it. */
  Path resolve(Path path) {
    return context.resolve(path);
  }

  /** Returns what begins the files that results go to. */
  ResultFiles files() {
    return files;
  }

  @Override
  public Outcome finish(Outcome ended) {
    return files.finish(!ended.isFailure() || audience.goesOn());
  }

  @Override
  public TransactionState transaction() {
    return session.transaction();
  }

  @Override
  public Jobs jobs() {
    return context.jobs();
  }

  /** Tells whether the session here holds what would be lost if statements ran elsewhere. */
  boolean hasLeftSomething() {
    return session.hasLeftSomething();
  }

  /** Returns every command but those of the shell itself. */
  public List<CommandInfo> commands() {
    return rules.commands();
  }

  /** Tells whether {@code statement} is a command, rather than SQL. */
  boolean isCommand(Statement statement) {
    return rules.isCommand(statement);
  }

  /** Returns the command of the shell's own that {@code statement} is, if it is one. */
  Optional<DotCommand> dotCommand(Statement statement) {
    return rules.isCommand(statement) && statement.text().length() > 1
        ? DotCommands.find(InputRules.words(statement).get(0))
        : Optional.empty();
  }

  @Override
  public Script split(String text) {
    return rules.split(text);
  }

  @Override
  public void stop() {
    Cancellation cancellation = running;
    if (cancellation != null) {
      cancellation.cancel();
      session.stop();
    }
  }

  @Override
  public void close() {
    output.display().discard();
    session.close();
  }

  private Outcome command(StatementCall call) {
    List<String> words = InputRules.words(call.statement());
    return InputRules.isBackground(call.statement())
        ? background(words, call)
        : command(words, call);
  }

  private Outcome background(List<String> words, StatementCall call) {
    if (safe) {
      SafeMode.check(words);
    }
    return commands.background(words, call, host(call));
  }

  /** Runs a command line that has been cut into words. */
  public Outcome command(List<String> words, StatementCall call) {
    Optional<DotCommand> own = DotCommands.find(words.get(0));
    if (own.isPresent()) {
      if (safe) {
        SafeMode.check(own.get());
      }
      return own.get().start(words.subList(1, words.size()), call, this);
    }
    if (safe) {
      SafeMode.check(words);
    }
    long started = System.nanoTime();
    Outcome outcome = commands.run(words, call, host(call));
    tellTime(started, call);
    return outcome;
  }

  private Outcome sql(StatementCall call) {
    String text = call.statement().text();
    remember(text);
    session.open();
    // Until now there was nothing that a stop could have reached.
    call.cancellation().check("the statement");
    long started = System.nanoTime();
    long changed =
        session.execute(text, call.output(), context.at(host(call)).consentToOwnTables());
    if (changed >= 0) {
      call.changes().accept(changed);
    }
    tellTime(started, call);
    return Outcome.of(ExitStatus.DONE);
  }

  private SessionHost host(StatementCall call) {
    return new SessionHost(this, audience.foreground(), call);
  }

  private static void tellTime(long started, StatementCall call) {
    if (call.output().display().isTimed()) {
      double seconds = (System.nanoTime() - started) / 1e9;
      call.output().note(String.format(Locale.ROOT, "took %.3f s", seconds));
    }
  }
}
