package photocat.shell;

import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.OutputMode;
import photocat.command.RootCommand;
import photocat.command.Setup;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.remote.Attendant;
import photocat.remote.Ending;
import photocat.remote.Hello;
import photocat.remote.Request;
import photocat.remote.Visit;
import photocat.sql.Statement;

/** Runs what another process asks for, in the catalogue of this one. */
public final class GuestInterpreter implements Attendant {
  private final Cancellation visit = new Cancellation();
  private final Context context;
  private final TextOutput output;
  private final Interpreter interpreter;
  private final InputRules rules;
  private final GuestPaths paths;
  private volatile Cancellation running = new Cancellation();
  private volatile int columns;

  /**
   * An interpreter for one guest.
   *
   * @param host the world of this process
   * @param self what the guest is told of it
   * @param setup what the guest's commands go by
   */
  public GuestInterpreter(
      Context host,
      Hello self,
      Setup setup,
      Visit guest,
      Writer data,
      Writer narration,
      InputRules rules) {
    Screen screen =
        new Screen(
            guest.screen().isTerminal(),
            guest.screen().narrationIsTerminal(),
            guest.screen().unicode(),
            () -> columns);
    this.output =
        new TextOutput(
            new Streams(data, narration), screen, GlobalOptions.of(guest.quiet(), guest.debug()));
    this.context = host.forGuest(self.processAndSince(), output, setup, visit);
    this.rules = rules;
    this.paths = new GuestPaths(host.resolve(Path.of("")), guest.folder());
    this.interpreter = new Interpreter(context, rules, output, Manner.SCRIPT, paths);
  }

  @Override
  public Ending run(Request request, Cancellation cancellation) {
    columns = request.columns();
    running = cancellation;
    return request.what() == Request.What.COMMAND_LINE
        ? commandLine(request.words(), cancellation)
        : statement(request, cancellation);
  }

  @Override
  public void names(NameSink names) {
    NameReader.handOver(context, names);
  }

  @Override
  public void stop() {
    running.cancel();
    interpreter.stop();
  }

  @Override
  public void close() {
    visit.cancel();
    interpreter.close();
  }

  private Ending statement(Request request, Cancellation cancellation) {
    if (!request.mode().isEmpty()) {
      output.display().choose(OutputMode.parse(request.mode()));
    }
    Statement statement = new Statement(String.join(" ", request.words()), 1, 0);
    try {
      if (!rules.isCommand(statement)) {
        paths.check(statement.text());
      } else if (interpreter.builtin(statement).equals(Optional.of(Builtin.SAFE))) {
        throw PhotocatException.of(
                Kind.USAGE, "cannot run .safe here: another photocat holds the catalogue")
            .withHint("run it there");
      }
    } catch (PhotocatException e) {
      output.at(request.place()).failure(e);
      return new Ending(e.kind().exitCode(), false, -1);
    }
    long[] changed = {-1};
    Outcome outcome =
        interpreter.run(statement, request.place(), rows -> changed[0] = rows, cancellation);
    return new Ending(outcome.kind().exitCode(), outcome.leaving(), changed[0]);
  }

  /** Catalogue and settings among the words have had their effect at the guest's. */
  private Ending commandLine(List<String> words, Cancellation cancellation) {
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, Kind.USAGE::exitCode);
    Context own = context.forCommand(output.under(options), cancellation);
    return new Ending(CommandLines.run(root, own, words), false, -1);
  }
}
