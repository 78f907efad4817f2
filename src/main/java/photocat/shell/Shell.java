package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import photocat.command.CommandLines;
import photocat.command.Context;
import photocat.command.GlobalOptions;
import photocat.job.Job;
import photocat.model.Amounts;
import photocat.model.Cancellation;
import photocat.model.Kind;
import photocat.remote.HeldElsewhere;
import photocat.shell.render.VisibleText;
import photocat.sql.Statement;

/** The prompt: reads, runs, and reads again until the person leaves. */
public final class Shell {
  private static final int PRESSES_TO_LEAVE = 3;

  private final StatementRunner interpreter;
  private final Console console;
  private final TextOutput output;
  private final CatalogNames names;
  private final Runnable giveUp;
  private final AtomicInteger presses = new AtomicInteger();

  /**
   * A prompt on {@code console}, which the caller closes.
   *
   * @param giveUp ends the process when Ctrl-C could not stop a statement
   */
  Shell(
      StatementRunner interpreter,
      Console console,
      TextOutput output,
      CatalogNames names,
      Runnable giveUp) {
    this.interpreter = interpreter;
    this.console = console;
    this.output = output;
    this.names = names;
    this.giveUp = giveUp;
  }

  /**
   * Opens the terminal of this process and runs until the person leaves.
   *
   * @param options the options of the run
   * @param giveUp ends the process when Ctrl-C could not stop a statement
   */
  public static Kind open(
      Context context, GlobalOptions options, ShellSettings settings, Runnable giveUp) {
    // The catalogue opens in the background while the terminal is being made.
    try (CatalogNames names = new CatalogNames(() -> NameReader.read(context), context.recipes())) {
      names.refresh();
      InputRules rules = new InputRules(() -> CommandLines.describe(context));
      Completer completer = new Completer(rules, names::snapshot, context.jobs()::all);
      try (JLineConsole console =
          new JLineConsole(
              JLineConsole.openTerminal(),
              settings.historyFile(),
              rules::isUnfinished,
              completer)) {
        context.cancellation().onCancel(console::close);
        Screen screen = new Screen(true, true, settings.unicode(), console::columns);
        TextOutput output = new TextOutput(console.streams(), screen, options);
        JobLines lines = new JobLines(settings.unicode());
        try (JobDisplay display = new JobDisplay(context.jobs(), console, lines, console::columns);
            RoamingInterpreter interpreter =
                new RoamingInterpreter(context, rules, output, console.viewer())) {
          context.cancellation().onCancel(interpreter::stop);
          display.announceEndings();
          display.showProgress();
          Optional<Path> file = opened(context, interpreter, output);
          return new Shell(interpreter, console, output, names, giveUp).run(prompt(file));
        }
      }
    }
  }

  /** Runs until the person leaves. */
  Kind run(String prompt) {
    console.onInterrupt(this::interrupted);
    names.refresh();
    while (true) {
      Optional<String> text = console.read(prompt);
      if ((text.isEmpty() || leaves(text.get())) && leaving()) {
        return Kind.DONE;
      }
      names.refresh();
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
      leaves(".wait");
      return interpreter.jobs().running().isEmpty();
    }
    return false;
  }

  private boolean leaves(String text) {
    for (Statement statement : interpreter.split(text).statements()) {
      presses.set(0);
      Outcome outcome = interpreter.run(statement, "", this::changed);
      if (!outcome.mayGoOn()) {
        return outcome.leaving();
      }
    }
    return false;
  }

  private void changed(long rows) {
    if (rows > 0) {
      output.note(Amounts.count(rows, "row") + " changed");
    }
  }

  /** The first press stops the statement; a statement that does not heed it must not hold us. */
  private void interrupted() {
    int press = presses.incrementAndGet();
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
      Context context, RoamingInterpreter interpreter, TextOutput output) {
    try {
      Optional<Path> file = context.catalog().file();
      output.note(greeting(file));
      return file;
    } catch (HeldElsewhere held) {
      interpreter.moveTo(held.connection());
      Optional<Path> file = Optional.of(held.file());
      output.note(greeting(file));
      output.note(
          held.connection().holder().processAndSince()
              + ", which holds it, runs what is typed here");
      return file;
    }
  }

  private static String greeting(Optional<Path> file) {
    return "photocat on %s; SQL ends with ; and .help lists the commands"
        .formatted(file.map(Path::toString).orElse("a catalogue in memory"));
  }

  /** Tells the catalogue by its name, so that two shells are not taken for one another. */
  private static String prompt(Optional<Path> file) {
    String name = file.map(Path::getFileName).map(Path::toString).orElse("memory");
    int dot = name.lastIndexOf('.');
    return VisibleText.of(dot > 0 ? name.substring(0, dot) : name) + "> ";
  }
}
