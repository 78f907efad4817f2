package photocat.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.command.CommandHost;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.RootCommand;
import photocat.command.RunSetup;
import photocat.command.line.CommandLines;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.remote.ClientEnvironment;
import photocat.remote.ConsentRequiredException;
import photocat.remote.Handshake;
import photocat.remote.Request;
import photocat.remote.RequestHandler;
import photocat.remote.ResultStatus;
import photocat.shell.complete.NameReader;
import photocat.shell.dot.DotCommand;
import photocat.shell.render.Lines;
import photocat.sql.Statement;

/** Runs what another process asks for, in the catalogue of this one. */
final class ClientSessionInterpreter implements RequestHandler {
  private final Cancellation session = new Cancellation();
  private final Handshake self;
  private final Context context;
  private final ClientScreen screen;
  private final Interpreter interpreter;
  private final InputRules rules;
  private final ClientPaths paths;
  private final JobNews ownNews;
  private final JobNews news;
  private final JobLines lines;
  private volatile Cancellation running = new Cancellation();
  private Request.Asking asking = Request.Asking.NOBODY;

  /**
   * An interpreter for one client.
   *
   * @param host the world of this process
   * @param self what the client is told of it
   * @param setup what the client's commands go by
   */
  ClientSessionInterpreter(
      Context host,
      Handshake self,
      RunSetup setup,
      ClientEnvironment client,
      ClientScreen screen,
      InputRules rules) {
    this.self = self;
    this.screen = screen;
    Context ours = client.options().readOnly() ? host.readOnly() : host;
    this.context = ours.forClient(self.processAndSince(), screen.output(), setup, session);
    this.rules = rules;
    this.paths = new ClientPaths(host.resolve(Path.of("")), client.folder());
    this.ownNews = new JobNews(host.jobs(), job -> job.owner().equals(setup.process()));
    this.news = new JobNews(host.jobs(), job -> true);
    this.lines = new JobLines(client.screen().unicode());
    this.interpreter =
        new Interpreter(context, rules, screen.output(), Audience.client(this::agreed), paths);
  }

  @Override
  public ResultStatus run(Request request, Cancellation cancellation) {
    screen.take(request.form());
    running = cancellation;
    asking = request.consent();
    try {
      return switch (request.what()) {
        case COMMAND_LINE -> commandLine(request.words(), cancellation);
        case PHOTO_FILE -> photoFile(request);
        case JOBS -> jobs(request.form().columns());
        case STATEMENT, NAMES -> statement(request, cancellation);
      };
    } catch (ConsentRequiredException wanted) {
      String transaction = interpreter.transaction().name();
      return new ResultStatus(
          ExitStatus.INTERRUPTED.exitCode(), false, -1, transaction, wanted.question());
    }
  }

  /** The person sits at the other end, where the question is put. */
  private Optional<Boolean> agreed(String question) {
    return switch (asking) {
      case NOBODY -> Optional.empty();
      case FIRST -> throw new ConsentRequiredException(question);
      case AGREED -> Optional.of(true);
    };
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
    session.cancel();
    interpreter.close();
  }

  private ResultStatus statement(Request request, Cancellation cancellation) {
    Statement statement = new Statement(String.join(" ", request.words()), 1, 0);
    try {
      if (!rules.isCommand(statement)) {
        paths.check(statement.text());
      } else if (interpreter.dotCommand(statement).filter(DotCommand::holdsForAll).isPresent()) {
        throw noSafety();
      }
    } catch (PhotocatException e) {
      return failed(request, e);
    }
    long[] changed = {-1};
    Outcome outcome =
        interpreter.run(statement, request.place(), rows -> changed[0] = rows, cancellation);
    if (!request.form().isPrompt()) {
      // Nobody asks for a script.
      ownNews.endings().forEach(screen.output()::note);
    }
    return ending(outcome.kind().exitCode(), outcome.leaving(), changed[0]);
  }

  /** DuckDB knows no lock for one session alone. */
  private PhotocatException noSafety() {
    return PhotocatException.of(
            ExitStatus.USAGE,
            "cannot run .safe: it would hold for %s too, which holds the catalogue"
                .formatted(self.processAndSince()))
        .withHint("run it there, or here when that process has ended");
  }

  /** The client opens it on the desktop of whoever sits there. */
  private ResultStatus photoFile(Request request) {
    try {
      Path file = new Photos(context, screen.output()).file(request.words());
      screen.output().streams().data().write(file.toString());
      return ending(ExitStatus.DONE.exitCode(), false, -1);
    } catch (PhotocatException e) {
      return failed(request, e);
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  private ResultStatus jobs(int columns) {
    lines.bar(context.jobs().running(), columns).forEach(screen.output()::line);
    news.endings().forEach(screen.output()::note);
    return ending(ExitStatus.DONE.exitCode(), false, -1);
  }

  /** Catalogue and settings among the words have had their effect at the client's. */
  private ResultStatus commandLine(List<String> words, Cancellation cancellation) {
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, ExitStatus.USAGE::exitCode);
    Context own = context.forCommand(screen.output().under(options), cancellation);
    return ending(CommandLines.run(root, own.at(CommandHost.of(this::agreed)), words), false, -1);
  }

  private ResultStatus failed(Request request, PhotocatException failure) {
    screen.output().at(request.place()).failure(failure);
    return ending(failure.kind().exitCode(), false, -1);
  }

  private ResultStatus ending(int exitCode, boolean leaving, long changed) {
    return new ResultStatus(exitCode, leaving, changed, interpreter.transaction().name(), "");
  }
}
