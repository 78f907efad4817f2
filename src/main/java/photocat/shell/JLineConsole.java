package photocat.shell;

import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.complete.Completer;
import photocat.shell.complete.Completion;
import photocat.shell.render.VisibleText;

/**
 * The terminal through JLine, which only this class and its {@link Hangup}, {@link KeyViewer},
 * {@link LineEditing}, {@link StatementParser} and {@link StatusBar} know, so that scripts and
 * pipes never load it; {@link TerminalWidth} takes its signals alone.
 *
 * <p>The lock {@code screen} is held by whoever draws while nothing is being read; while a line is
 * being typed, the reader draws, under a lock of its own. Nobody waits for the reader's lock with
 * {@code screen} in hand: a completion menu that stands open keeps it.
 */
final class JLineConsole implements Console {
  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_ROWS = 24;
  private static final int HISTORY_LINES = 5_000;
  private static final long PATIENCE_MILLIS = 500;

  /** Beyond its default of 1,000 characters JLine drops undo and the second prompt in silence. */
  private static final int LARGEST_EDITED_TEXT = 50_000;

  /** What JLine compares with whole lines: no password is kept. */
  private static final String NOT_KEPT = "*password=*:*token=*:*secret=*";

  /** The signals that end a process, with the exit code that shells give them. */
  private static final Map<String, Integer> SIGNALS = Map.of("HUP", Hangup.EXIT_CODE, "TERM", 143);

  private static final String ANNOUNCE = "photocat-announce";

  private final Terminal terminal;
  private final LineReader reader;
  private final StatusBar bar;
  private final Hangup hangup;
  private final LineWriter writer;
  private final Streams streams;
  private final Queue<String> announced = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Attributes before;
  private final Object screen = new Object();
  private boolean atPrompt;
  private volatile boolean asking;
  private volatile Function<String, Completion> answers = JLineConsole::noAnswers;

  /**
   * A console on {@code terminal}, which it closes.
   *
   * @param isUnfinished tells of typed text whether Enter should begin another line
   * @param color whether typed text is coloured
   */
  JLineConsole(
      Terminal terminal,
      Path historyFile,
      Predicate<String> isUnfinished,
      Completer completer,
      boolean color) {
    this.terminal = terminal;
    this.before = terminal.getAttributes();
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("photocat")
            .parser(
                new StatementParser(
                    text -> !asking && isUnfinished.test(text),
                    (text, cursor) ->
                        asking
                            ? answers.apply(text.substring(0, cursor))
                            : completer.complete(text, cursor)))
            .completer((line, parsed, candidates) -> StatementParser.offer(parsed, candidates))
            .highlighter(
                (typing, text) ->
                    color && !asking ? LineEditing.colored(text) : LineEditing.plain(text))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  > ")
            .variable(LineReader.FEATURES_MAX_BUFFER_SIZE, LARGEST_EDITED_TEXT)
            .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
            .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
            .variable(LineReader.HISTORY_IGNORE, NOT_KEPT)
            .variable(LineReader.INDENTATION, 0)
            .variable(LineReader.BLINK_MATCHING_PAREN, 0)
            .variable(LineReader.LIST_MAX, 200)
            // Otherwise != begins a history expansion and backslashes vanish.
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.CASE_INSENSITIVE, true)
            .build();
    if (color) {
      // Grey text after the cursor only makes sense where it is grey.
      reader.setAutosuggestion(LineReader.SuggestionType.HISTORY);
    }
    new LineEditing(reader).bindKeys();
    if (HistoryFile.isPrivate(historyFile)) {
      reader.setVariable(LineReader.HISTORY_FILE, historyFile);
    }
    this.bar = new StatusBar(terminal, reader);
    this.hangup = new Hangup(terminal);
    reader.getWidgets().put(LineReader.CALLBACK_INIT, this::watchSignals);
    reader.getWidgets().put(ANNOUNCE, this::printAnnounced);
    this.writer = new LineWriter(terminal.writer(), screen);
    this.streams = new Streams(writer, writer, screen);
  }

  /** Returns the one who sits here, for {@link Watch}. */
  Watch.Viewer viewer() {
    return new KeyViewer(terminal, writer, screen);
  }

  /** Opens the terminal of this process. */
  static Terminal openTerminal() {
    try {
      return TerminalBuilder.builder()
          .name("photocat")
          .system(true)
          .dumb(true)
          .encoding(StandardCharsets.UTF_8)
          .build();
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot open the terminal: " + e.getMessage(), e);
    }
  }

  /**
   * Restores the screen when the process is told to end, before it does so: once it does, JLine
   * closes the terminal, maybe sooner than we could clear it.
   *
   * @param isLent tells whether another program has the screen, which leaves it by itself
   * @param exit ends the process with an exit code
   */
  void onSignals(BooleanSupplier isLent, IntConsumer exit) {
    SIGNALS.forEach(
        (name, exitCode) ->
            Signals.register(
                name,
                () -> {
                  if (!isLent.getAsBoolean()) {
                    restore();
                  }
                  exit.accept(exitCode);
                }));
  }

  /**
   * Takes the bar away and undoes what the line that is being typed has switched on; from any
   * thread, in a process that is about to end. Who holds the screen for long is not waited for.
   */
  void restore() {
    soon("restore", this::clear);
  }

  /** Closes it in a process that is about to end, which may not wait for it for ever. */
  void closeSoon() {
    soon("close", this::close);
  }

  private static void soon(String what, Runnable task) {
    Thread thread = new Thread(task, what);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clear() {
    synchronized (screen) {
      if (closed.get()) {
        return;
      }
      bar.close();
      if (atPrompt) {
        terminal.puts(Capability.keypad_local);
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
          terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
        }
        terminal.writer().println();
      }
      terminal.puts(Capability.clr_eos);
      terminal.flush();
      terminal.setAttributes(before);
    }
  }

  Streams streams() {
    return streams;
  }

  /** Some terminals do not tell their width. */
  int columns() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_COLUMNS;
  }

  int rows() {
    return terminal.getHeight() > 0 ? terminal.getHeight() : USUAL_ROWS;
  }

  @Override
  public Optional<String> read(String prompt, String draft) {
    return read(prompt, draft, Optional.of(""));
  }

  private Optional<String> read(String prompt, String draft, Optional<String> interrupted) {
    reading(true);
    try {
      return Optional.of(reader.readLine(prompt, null, (MaskingCallback) null, draft));
    } catch (UserInterruptException e) {
      return interrupted;
    } catch (EndOfFileException e) {
      return Optional.empty();
    } catch (IOError e) {
      // The terminal has gone, as when its window is closed.
      return Optional.empty();
    } catch (IllegalStateException e) {
      // How JLine says that the terminal was closed under it.
      if (closed.get()) {
        return Optional.empty();
      }
      throw e;
    } finally {
      reading(false);
    }
  }

  @Override
  public Optional<String> ask(String question) {
    return ask(question, JLineConsole::noAnswers, Optional.of(""));
  }

  private static Completion noAnswers(String typed) {
    return new Completion(0, typed, List.of());
  }

  @Override
  public Optional<String> askValue(String question, Function<String, Completion> values) {
    return ask(question, values, Optional.empty()).map(String::strip);
  }

  private Optional<String> ask(
      String question, Function<String, Completion> values, Optional<String> interrupted) {
    LineReader.SuggestionType before = reader.getAutosuggestion();
    asking = true;
    answers = values;
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    reader.setAutosuggestion(LineReader.SuggestionType.NONE);
    try {
      // JLine takes a percent sign for the beginning of a pattern.
      return read(VisibleText.of(question).replace("%", "%%"), "", interrupted);
    } finally {
      reader.setAutosuggestion(before);
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
      answers = JLineConsole::noAnswers;
      asking = false;
    }
  }

  @Override
  public Optional<Integer> hangup() {
    return closed.get() ? Optional.empty() : hangup.exitCode();
  }

  @Override
  public boolean hasStatusBar() {
    return bar.isPossible();
  }

  @Override
  public void status(List<String> lines) {
    synchronized (screen) {
      if (closed.get() || !bar.isStale(lines)) {
        return;
      }
      if (!atPrompt) {
        bar.draw(lines);
        return;
      }
    }
    bar.drawAtPrompt(lines);
  }

  @Override
  public void announce(String text) {
    announced.add(VisibleText.of(text));
    while (!announced.isEmpty() && !closed.get()) {
      synchronized (screen) {
        if (!atPrompt) {
          pollAnnounced(streams::announce);
          return;
        }
      }
      try {
        reader.callWidget(ANNOUNCE);
      } catch (IllegalStateException e) {
        // The reader is about to read, or has just ended: a moment later one of the two ways is
        // open.
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void pause() {
    synchronized (screen) {
      bar.pause();
    }
  }

  @Override
  public void resume() {
    bar.resume();
  }

  @Override
  public void onInterrupt(Runnable pressed) {
    terminal.handle(Terminal.Signal.INT, signal -> pressed.run());
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      synchronized (screen) {
        bar.close();
      }
      terminal.close();
    } catch (IllegalStateException e) {
      // At the end of the process JLine's own hook may be quicker to give the terminal back.
      announced.clear();
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED, "cannot give the terminal back: " + e.getMessage(), e);
    }
  }

  private void reading(boolean begins) {
    synchronized (screen) {
      atPrompt = begins;
    }
  }

  private boolean watchSignals() {
    bar.watchSize();
    hangup.watch();
    return true;
  }

  private boolean printAnnounced() {
    pollAnnounced(reader::printAbove);
    return true;
  }

  private void pollAnnounced(Consumer<String> printer) {
    for (String text = announced.poll(); text != null; text = announced.poll()) {
      printer.accept(text);
    }
  }
}
