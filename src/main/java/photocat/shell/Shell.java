package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import photocat.catalog.Catalog;
import photocat.command.CatalogUse;
import photocat.command.ColorChoice;
import photocat.command.CommandHost;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.command.line.CommandLines;
import photocat.job.Job;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.model.Shortage;
import photocat.remote.CatalogHeldException;
import photocat.shell.complete.CatalogNames;
import photocat.shell.complete.Completer;
import photocat.shell.complete.FileCompleter;
import photocat.shell.complete.NameReader;
import photocat.shell.complete.RecipeSuggestions;
import photocat.shell.render.VisibleText;
import photocat.sql.Statement;

/** The prompt: reads, runs, and reads again until the person leaves. */
public final class Shell {
  private static final int PRESSES_TO_LEAVE = 3;

  private final StatementRunner interpreter;
  private final Console console;
  private final TextOutput output;
  private final CatalogNames names;
  private final Foreground foreground;
  private final Runnable giveUp;
  private final AtomicInteger presses = new AtomicInteger();

  /**
   * A prompt on {@code console}, which the caller closes.
   *
   * @param foreground runs the programs that Ctrl-C may be meant for
   * @param giveUp ends the process when Ctrl-C could not stop a statement
   */
  Shell(
      StatementRunner interpreter,
      Console console,
      TextOutput output,
      CatalogNames names,
      Foreground foreground,
      Runnable giveUp) {
    this.interpreter = interpreter;
    this.console = console;
    this.output = output;
    this.names = names;
    this.foreground = foreground;
    this.giveUp = giveUp;
  }

  /**
   * Opens the terminal of this process and runs until the person leaves.
   *
   * @param options the options of the run
   * @param exit ends the process
   * @return the exit code
   */
  public static int open(
      Context context, GlobalOptions options, ShellSettings settings, ProcessExit exit) {
    // The catalogue opens in the background while the terminal is being made.
    try (CatalogNames names = new CatalogNames(() -> NameReader.read(context), context.recipes())) {
      names.refresh();
      InputRules rules = new InputRules(() -> CommandLines.describe(context));
      Completer completer =
          new Completer(rules, names::snapshot, context.jobs()::all, context::resolve);
      boolean color =
          options.color().map(ColorChoice.ALWAYS::equals).orElse(settings.standard().color());
      try (JLineConsole console =
          new JLineConsole(
              JLineConsole.openTerminal(),
              settings.historyFile(),
              rules::isUnfinished,
              completer,
              color)) {
        context.cancellation().onCancel(console::closeSoon);
        Screen screen = settings.screen(console::columns, console::rows);
        Foreground foreground = new Foreground(settings.programs(), console);
        console.onSignals(foreground::isTaken, exit::orderly);
        context.cancellation().onCancel(foreground::stop);
        TextOutput output = TextOutput.atPrompt(console.streams(), screen, options, foreground);
        RecipeQuestions questions =
            new RecipeQuestions(
                console,
                context,
                output,
                new RecipeSuggestions(names::snapshot, new FileCompleter(context::resolve)));
        Consent consent = new Confirmation(console::ask);
        JobLines lines = new JobLines(screen.unicode());
        try (JobDisplay display = new JobDisplay(context.jobs(), console, lines, console::columns);
            RoutingInterpreter interpreter =
                new RoutingInterpreter(
                    context,
                    rules,
                    output,
                    Audience.prompt(foreground, console.viewer(), questions, consent))) {
          context.cancellation().onCancel(interpreter::stop);
          display.announceEndings();
          display.showProgress(interpreter::server);
          Optional<Path> file = opened(context.at(CommandHost.of(consent)), interpreter, output);
          Runnable leave =
              () -> {
                console.restore();
                exit.atOnce();
              };
          return new Shell(interpreter, console, output, names, foreground, leave)
              .run(settings.init(), name(file))
              .exitCode();
        }
      }
    }
  }

  /**
   * Runs until the person leaves.
   *
   * @param init a script to run before the first prompt
   * @param name what the prompt says of the catalogue
   */
  Outcome run(Optional<Path> init, String name) {
    console.onInterrupt(this::interrupted);
    Outcome ended = init.map(this::runFirst).orElse(Outcome.of(ExitStatus.DONE));
    while (!ended.leaving() || !leaving()) {
      names.refresh();
      String prompt = name + interpreter.transaction().mark() + "> ";
      Optional<String> text = read(prompt, ended.draft().orElse(""));
      ended = text.map(this::runTyped).orElseGet(() -> Outcome.leave(console.hangup()));
    }
    Outcome finished = interpreter.finish(Outcome.of(ExitStatus.DONE));
    // What failed at the prompt before has been seen there.
    return Outcome.leave(finished.isFailure() ? Optional.of(finished.exitCode()) : ended.code());
  }

  /** What was pasted may be too much for an editor of lines. */
  private Optional<String> read(String prompt, String draft) {
    try {
      return console.read(prompt, draft);
    } catch (OutOfMemoryError | StackOverflowError e) {
      output.failure(Shortage.told(e));
      return Optional.of("");
    }
  }

  /** Asks what becomes of the jobs, if there are any; where nobody answers they are stopped. */
  private boolean leaving() {
    List<Job> running = interpreter.jobs().running();
    if (running.isEmpty()) {
      return true;
    }
    String answer =
        console
            .ask(
                "%s: [w]ait and leave, [s]top and leave, Enter to stay: "
                    .formatted(Amounts.count(running.size(), "job is running", "jobs are running")))
            .orElse("s")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (answer.equals("s") || answer.equals("stop")) {
      running.forEach(interpreter.jobs()::cancel);
      running.forEach(job -> job.await(new Cancellation()));
      return true;
    }
    if (answer.equals("w") || answer.equals("wait")) {
      runTyped(".wait");
      return interpreter.jobs().running().isEmpty();
    }
    return false;
  }

  private Outcome runFirst(Path init) {
    try {
      return interpreter.runAll(interpreter.script(init), this::changed);
    } catch (PhotocatException e) {
      output.failure(e);
      return Outcome.of(e.kind());
    }
  }

  private Outcome runTyped(String text) {
    Outcome outcome = Outcome.of(ExitStatus.DONE);
    for (Statement statement : interpreter.split(text).statements()) {
      presses.set(0);
      outcome = interpreter.run(statement, "", this::changed);
      if (!outcome.mayGoOn()) {
        break;
      }
    }
    return outcome;
  }

  private void changed(long rows) {
    if (rows > 0) {
      output.note(Amounts.count(rows, "row") + " changed");
    }
  }

  /** The first press stops the statement; a statement that does not heed it must not hold us. */
  private void interrupted() {
    int press = foreground.isTaken() ? 1 : presses.incrementAndGet();
    if (press >= PRESSES_TO_LEAVE) {
      giveUp.run();
      return;
    }
    if (press == PRESSES_TO_LEAVE - 1) {
      output.note("still stopping; press Ctrl-C once more to leave at once");
    }
    interpreter.stop();
  }

  /** Opens the catalogue, here or there, greets, and returns its file. */
  private static Optional<Path> opened(
      Context context, RoutingInterpreter interpreter, TextOutput output) {
    try {
      Catalog catalog = context.catalog();
      output.note(greeting(catalog.file()));
      if (!catalog.isThere()) {
        output.note("no catalogue is there yet: " + CatalogUse.HOW_TO_MAKE_ONE);
      }
      return catalog.file();
    } catch (CatalogHeldException held) {
      interpreter.moveTo(held.connection());
      Optional<Path> file = Optional.of(held.file());
      output.note(greeting(file));
      output.note(
          held.connection().server().processAndSince()
              + ", which holds it, runs what is typed here");
      return file;
    }
  }

  private static String greeting(Optional<Path> file) {
    return "photocat on %s; SQL ends with ; and .help lists the commands"
        .formatted(file.map(Path::toString).orElse("a catalogue in memory"));
  }

  /** Tells the catalogue by its name, so that two shells are not taken for one another. */
  private static String name(Optional<Path> file) {
    String name = file.map(Path::getFileName).map(Path::toString).orElse("memory");
    int dot = name.lastIndexOf('.');
    return VisibleText.of(dot > 0 ? name.substring(0, dot) : name);
  }
}
