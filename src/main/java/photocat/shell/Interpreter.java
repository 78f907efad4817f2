package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import photocat.catalog.Session;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.OutputMode;
import photocat.command.ReaderGone;
import photocat.command.RootCommand;
import photocat.job.Jobs;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.remote.HeldElsewhere;
import photocat.sql.Script;
import photocat.sql.Statement;

/**
 * Runs statements, commands and recipes one after another, the same for prompt, script and pipe.
 * SQL runs in one session, so that transactions and temporary tables live on. Failures are
 * reported, not thrown, but for {@link ReaderGone} and {@link HeldElsewhere}. Not thread-safe but
 * for {@link #stop}.
 */
final class Interpreter implements StatementRunner {
  private final Context context;
  private final TextOutput output;
  private final InputRules rules;
  private final Watch.Viewer viewer;
  private final Post post;
  private volatile @Nullable Cancellation running;
  private volatile @Nullable Session session;

  /** What is particular about where an interpreter works. */
  interface Post {
    /** Makes its session ready. */
    default void prepare(Session session) {}

    /** Runs a statement in the process that holds the catalogue. */
    default Outcome handOver(HeldElsewhere held, Statement statement, LongConsumer changes) {
      throw held;
    }
  }

  /** An interpreter without a keyboard. */
  Interpreter(Context context, InputRules rules, TextOutput output) {
    this(context, rules, output, Watch.Viewer.NOBODY);
  }

  Interpreter(Context context, InputRules rules, TextOutput output, Watch.Viewer viewer) {
    this(context, rules, output, viewer, new Post() {});
  }

  Interpreter(
      Context context, InputRules rules, TextOutput output, Watch.Viewer viewer, Post post) {
    this.viewer = viewer;
    this.post = post;
    this.context = context;
    this.rules = rules;
    this.output = output;
  }

  @Override
  public Outcome run(Statement statement, String place, LongConsumer changes) {
    return run(statement, place, changes, new Cancellation());
  }

  /** The same; {@code cancellation} stops it, perhaps before it begins. */
  Outcome run(Statement statement, String place, LongConsumer changes, Cancellation cancellation) {
    TextOutput here = output.at(place);
    running = cancellation;
    try {
      context.cancellation().check("the script");
      cancellation.check("the statement");
      return dispatch(statement, here, changes, cancellation);
    } catch (ReaderGone | HeldElsewhere e) {
      throw e;
    } catch (RuntimeException e) {
      RuntimeException shown =
          cancellation.isCancelled()
              ? PhotocatException.of(Kind.INTERRUPTED, "the statement was stopped", e)
              : SqlHints.explain(e, statement, rules, context.recipes());
      here.failure(shown);
      return Outcome.of(Kind.ofExitCode(CommandLines.exitCode(shown)));
    } finally {
      output.endResult();
      running = null;
    }
  }

  @Override
  public Jobs jobs() {
    return context.jobs();
  }

  /** Tells whether {@code statement} is a command, rather than SQL. */
  boolean isCommand(Statement statement) {
    return rules.isCommand(statement);
  }

  /** Tells whether {@code statement} is a command of the shell's own. */
  boolean isBuiltin(Statement statement) {
    return rules.isCommand(statement)
        && statement.text().length() > 1
        && Builtin.of(InputRules.words(statement).get(0)).isPresent();
  }

  @Override
  public Script split(String text) {
    return rules.split(text);
  }

  @Override
  public void stop() {
    Cancellation cancellation = running;
    Session open = session;
    if (cancellation != null) {
      cancellation.cancel();
      if (open != null) {
        open.cancel();
      }
    }
  }

  @Override
  public void close() {
    Session open = session;
    if (open != null) {
      open.close();
      session = null;
    }
  }

  private Outcome dispatch(
      Statement statement, TextOutput here, LongConsumer changes, Cancellation cancellation) {
    if (!rules.isCommand(statement)) {
      sql(statement, here, changes, cancellation);
      return Outcome.of(Kind.DONE);
    }
    List<String> words = InputRules.words(statement);
    if (InputRules.isBackground(statement)) {
      return background(words, here);
    }
    if (Builtin.of(words.get(0)).equals(Optional.of(Builtin.WATCH)) && words.size() > 1) {
      return Watch.parse(statement.text(), rules)
          .run(each -> repeated(each, here, changes, cancellation), viewer, cancellation);
    }
    return command(words, here, cancellation);
  }

  /** Only the keyboard is here when the catalogue is elsewhere, so each time is handed over. */
  private Outcome repeated(
      Statement statement, TextOutput here, LongConsumer changes, Cancellation cancellation) {
    try {
      return dispatch(statement, here, changes, cancellation);
    } catch (HeldElsewhere held) {
      return post.handOver(held, statement, changes);
    }
  }

  private void sql(
      Statement statement, TextOutput here, LongConsumer changes, Cancellation cancellation) {
    Session open = session;
    if (open == null) {
      open = context.catalog().openSession();
      session = open;
      post.prepare(open);
    }
    // Until now there was nothing that a stop could have reached.
    cancellation.check("the statement");
    long changed = open.execute(statement.text(), List.of(), here.rows());
    if (changed >= 0) {
      changes.accept(changed);
    }
  }

  private Outcome command(List<String> words, TextOutput here, Cancellation cancellation) {
    Optional<Builtin> builtin = Builtin.of(words.get(0));
    if (builtin.isEmpty()) {
      return picocli(words, here, cancellation);
    }
    return switch (builtin.get()) {
      case HELP -> {
        if (words.size() > 1) {
          List<String> asked = new ArrayList<>(words.subList(1, words.size()));
          asked.add("--help");
          yield picocli(asked, here, cancellation);
        }
        HelpText.lines(rules.commands()).forEach(here::line);
        yield Outcome.of(Kind.DONE);
      }
      case MODE -> {
        if (words.size() > 1) {
          output.choose(OutputMode.parse(words.get(1)));
        } else {
          here.line(here.mode(OutputMode.TABLE).word());
        }
        yield Outcome.of(Kind.DONE);
      }
      case WATCH -> throw Watch.usage(words.get(0));
      case QUIT, EXIT -> new Outcome(Kind.DONE, true);
    };
  }

  /** The job has its own request to stop: Ctrl-C at the prompt does not reach it. */
  private Outcome background(List<String> words, TextOutput here) {
    if (Builtin.of(words.get(0)).isPresent()) {
      throw PhotocatException.of(
          Kind.USAGE, "'%s' cannot run in the background".formatted(words.get(0)));
    }
    requireOpenCatalog(words);
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, Interpreter::noCommand);
    Context own = context.forCommand(here.under(options), new Cancellation());
    return Outcome.of(Kind.ofExitCode(CommandLines.start(root, own, words)));
  }

  private Outcome picocli(List<String> words, TextOutput here, Cancellation cancellation) {
    requireOpenCatalog(words);
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, Interpreter::noCommand);
    Context own = context.forCommand(here.under(options), cancellation);
    return Outcome.of(Kind.ofExitCode(CommandLines.run(root, own, words)));
  }

  private static void requireOpenCatalog(List<String> words) {
    if (words.stream().anyMatch(word -> word.matches("--(catalog|set)(=.*)?"))) {
      throw PhotocatException.of(
              Kind.USAGE, "cannot change catalogue or settings here: the catalogue is open")
          .withHint("leave, and give --catalog and --set when you start photocat");
    }
  }

  private static int noCommand() {
    throw PhotocatException.of(Kind.USAGE, "expected a command before the options")
        .withHint(".help lists the commands");
  }
}
