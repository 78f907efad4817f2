package photocat.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.Desk;
import photocat.command.GlobalOptions;
import photocat.command.RootCommand;
import photocat.command.Setup;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.remote.Attendant;
import photocat.remote.ConsentWanted;
import photocat.remote.Ending;
import photocat.remote.Hello;
import photocat.remote.Request;
import photocat.remote.Visit;
import photocat.shell.render.Lines;
import photocat.sql.Statement;

/** Runs what another process asks for, in the catalogue of this one. */
final class GuestInterpreter implements Attendant {
  private final Cancellation visit = new Cancellation();
  private final Hello self;
  private final Context context;
  private final GuestScreen screen;
  private final Interpreter interpreter;
  private final InputRules rules;
  private final GuestPaths paths;
  private final JobNews ownNews;
  private final JobNews news;
  private final JobLines lines;
  private volatile Cancellation running = new Cancellation();
  private Request.Asking asking = Request.Asking.NOBODY;

  /**
   * An interpreter for one guest.
   *
   * @param host the world of this process
   * @param self what the guest is told of it
   * @param setup what the guest's commands go by
   */
  GuestInterpreter(
      Context host, Hello self, Setup setup, Visit guest, GuestScreen screen, InputRules rules) {
    this.self = self;
    this.screen = screen;
    Context ours = guest.options().readOnly() ? host.readOnly() : host;
    this.context = ours.forGuest(self.processAndSince(), screen.output(), setup, visit);
    this.rules = rules;
    this.paths = new GuestPaths(host.resolve(Path.of("")), guest.folder());
    this.ownNews = new JobNews(host.jobs(), job -> job.owner().equals(setup.process()));
    this.news = new JobNews(host.jobs(), job -> true);
    this.lines = new JobLines(guest.screen().unicode());
    this.interpreter =
        new Interpreter(context, rules, screen.output(), Manner.guest(this::agreed), paths);
  }

  @Override
  public Ending run(Request request, Cancellation cancellation) {
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
    } catch (ConsentWanted wanted) {
      String transaction = interpreter.transaction().name();
      return new Ending(Kind.INTERRUPTED.exitCode(), false, -1, transaction, wanted.question());
    }
  }

  /** The person sits at the other end, where the question is put. */
  private Optional<Boolean> agreed(String question) {
    return switch (asking) {
      case NOBODY -> Optional.empty();
      case FIRST -> throw new ConsentWanted(question);
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
    visit.cancel();
    interpreter.close();
  }

  private Ending statement(Request request, Cancellation cancellation) {
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
            Kind.USAGE,
            "cannot run .safe: it would hold for %s too, which holds the catalogue"
                .formatted(self.processAndSince()))
        .withHint("run it there, or here when that process has ended");
  }

  /** The guest opens it on the desktop of whoever sits there. */
  private Ending photoFile(Request request) {
    try {
      Path file = new Photos(context, screen.output()).file(request.words());
      screen.output().streams().data().write(file.toString());
      return ending(Kind.DONE.exitCode(), false, -1);
    } catch (PhotocatException e) {
      return failed(request, e);
    } catch (IOException e) {
      throw Lines.failure(e);
    }
  }

  private Ending jobs(int columns) {
    lines.bar(context.jobs().running(), columns).forEach(screen.output()::line);
    news.endings().forEach(screen.output()::note);
    return ending(Kind.DONE.exitCode(), false, -1);
  }

  /** Catalogue and settings among the words have had their effect at the guest's. */
  private Ending commandLine(List<String> words, Cancellation cancellation) {
    GlobalOptions options = new GlobalOptions();
    RootCommand root = new RootCommand(options, Kind.USAGE::exitCode);
    Context own = context.forCommand(screen.output().under(options), cancellation);
    return ending(CommandLines.run(root, own.at(Desk.of(this::agreed)), words), false, -1);
  }

  private Ending failed(Request request, PhotocatException failure) {
    screen.output().at(request.place()).failure(failure);
    return ending(failure.kind().exitCode(), false, -1);
  }

  private Ending ending(int exitCode, boolean leaving, long changed) {
    return new Ending(exitCode, leaving, changed, interpreter.transaction().name(), "");
  }
}
