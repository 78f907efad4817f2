package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.command.Context;
import photocat.job.Jobs;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.remote.CatalogClient;
import photocat.remote.CatalogHeldException;
import photocat.remote.ServerGoneException;
import photocat.shell.dot.DotCommand;
import photocat.sql.Script;
import photocat.sql.Statement;

/**
 * Runs statements wherever the catalogue is: here, or where another photocat holds it, in that
 * process. Opens the catalogue here once that process has ended.
 */
final class RoutingInterpreter implements StatementRunner, Interpreter.Hooks {
  private static final Pattern RECIPE_FILE =
      Pattern.compile("\\.?recipe\\s+(?:edit|save)\\b", Pattern.CASE_INSENSITIVE);

  private final Interpreter here;
  private final TextOutput output;
  private final Optional<RecipeQuestions> questions;
  private volatile @Nullable RemoteInterpreter there;

  RoutingInterpreter(Context context, InputRules rules, TextOutput output, Audience audience) {
    this.here = new Interpreter(context, rules, output, audience, this);
    this.output = output;
    this.questions = audience.questions();
  }

  @Override
  public Outcome run(Statement statement, String place, LongConsumer changes) {
    return whole(statement)
        .map(whole -> runWhole(whole, place, changes))
        .orElse(Outcome.of(ExitStatus.INTERRUPTED));
  }

  /** Asks here, for the person is not where the catalogue may be. */
  private Optional<Statement> whole(Statement statement) {
    return questions.isPresent() && here.isCommand(statement)
        ? questions.get().completed(statement)
        : Optional.of(statement);
  }

  private Outcome runWhole(Statement statement, String place, LongConsumer changes) {
    return run(statement, place, changes, () -> here.run(statement, place, changes));
  }

  @Override
  public Outcome run(Statement statement, StatementCall around, Supplier<Outcome> runHere) {
    return run(statement, around.place(), around.changes(), runHere);
  }

  private Outcome run(
      Statement statement, String place, LongConsumer changes, Supplier<Outcome> runHere) {
    RemoteInterpreter remote = there;
    if (remote == null || staysHere(statement)) {
      try {
        return runHere.get();
      } catch (CatalogHeldException held) {
        remote = moveTo(held.connection());
        if (here.hasLeftSomething()) {
          return failed(madeMeanwhile(held), place);
        }
      }
    }
    StatementFile file = StatementFile.begin(output.display());
    Outcome outcome = run(remote, statement, place, changes);
    return end(file, outcome, place);
  }

  /** The person's own files and terminal are here. */
  private boolean staysHere(Statement statement) {
    if (here.dotCommand(statement).filter(command -> !command.runsAtServer()).isPresent()) {
      return true;
    }
    return here.isCommand(statement) && RECIPE_FILE.matcher(statement.text()).lookingAt();
  }

  /** What could not be written may not be written now either; the first failure says enough. */
  private Outcome end(StatementFile file, Outcome outcome, String place) {
    try {
      file.end(outcome.isFailure()).ifPresent(written -> output.note("wrote " + written));
      return outcome;
    } catch (PhotocatException e) {
      if (!outcome.isFailure()) {
        output.at(place).failure(e);
      }
      return outcome.then(Outcome.of(e.kind()));
    }
  }

  private Outcome run(
      RemoteInterpreter remote, Statement statement, String place, LongConsumer changes) {
    try {
      if (here.dotCommand(statement).filter(DotCommand::opensPhoto).isPresent()) {
        Foreground viewer = here.viewer();
        List<String> words = InputRules.words(statement);
        return remote.open(
            words.subList(1, words.size()), place, file -> Photos.open(file, viewer));
      }
      boolean isCommand = here.isCommand(statement);
      if (!isCommand) {
        here.remember(statement.text());
      }
      return remote.run(statement, isCommand, place, changes);
    } catch (ServerGoneException e) {
      remote.close();
      there = null;
      if (!e.hasBegun() && !remote.hasLeftSomething()) {
        return runWhole(statement, place, changes);
      }
      return failed(gone(remote, e), place);
    } catch (PhotocatException e) {
      return failed(e, place);
    }
  }

  private Outcome failed(PhotocatException failure, String place) {
    output.at(place).failure(failure);
    return Outcome.of(failure.kind());
  }

  /** Runs statements in the process at the other end of {@code server} from now on. */
  RemoteInterpreter moveTo(CatalogClient server) {
    RemoteInterpreter present = there;
    if (present != null) {
      server.close();
      return present;
    }
    RemoteInterpreter remote = new RemoteInterpreter(new RemoteRun(server, output, here::consent));
    there = remote;
    return remote;
  }

  /** Returns the way to the process that runs the statements; empty where this one does. */
  Optional<CatalogClient> server() {
    return Optional.ofNullable(there).map(RemoteInterpreter::server);
  }

  @Override
  public boolean goesOnAfterFailures() {
    return here.goesOnAfterFailures();
  }

  @Override
  public TransactionState transaction() {
    RemoteInterpreter remote = there;
    return remote == null ? here.transaction() : remote.transaction();
  }

  @Override
  public ScriptText script(Path file) {
    return here.script(file);
  }

  @Override
  public Jobs jobs() {
    return here.jobs();
  }

  @Override
  public Script split(String text) {
    return here.split(text);
  }

  @Override
  public Outcome finish(Outcome ended) {
    return here.finish(ended);
  }

  @Override
  public void stop() {
    here.stop();
    RemoteInterpreter remote = there;
    if (remote != null) {
      remote.stop();
    }
  }

  @Override
  public void close() {
    here.close();
    RemoteInterpreter remote = there;
    if (remote != null) {
      remote.close();
    }
  }

  /** There was no catalogue, so statements ran here. */
  private static PhotocatException madeMeanwhile(CatalogHeldException held) {
    return PhotocatException.of(
            ExitStatus.CATALOG,
            "%s has made the catalogue %s meanwhile; the statement was not run"
                .formatted(held.connection().server().process(), held.file()),
            held)
        .withHint("the next statement runs there; a setting or temporary table of before is lost");
  }

  private static PhotocatException gone(RemoteInterpreter remote, ServerGoneException e) {
    String process = remote.server().server().process();
    return PhotocatException.of(
            ExitStatus.CATALOG,
            e.hasBegun()
                ? "%s, which held the catalogue, ended before the statement did".formatted(process)
                : "%s, which held the catalogue, has ended; the statement was not run"
                    .formatted(process),
            e)
        .withHint(
            (e.hasBegun() ? "it may have been done; " : "")
                + "the next statement opens the catalogue here; a transaction or temporary table"
                + " of before is lost");
  }
}
