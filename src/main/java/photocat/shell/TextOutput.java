package photocat.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import photocat.catalog.Session;
import photocat.command.ColorChoice;
import photocat.command.GlobalOptions;
import photocat.command.Output;
import photocat.command.OutputMode;
import photocat.job.Jobs;
import photocat.job.Progress;
import photocat.model.PhotocatException;
import photocat.model.RowSink;
import photocat.remote.ResultForm;
import photocat.shell.render.Drawing;
import photocat.shell.render.Ink;
import photocat.shell.render.Lines;
import photocat.shell.render.RenderOptions;
import photocat.shell.render.Rendering;
import photocat.shell.render.VisibleText;

/** Words and results for a terminal, a pipe or a log; without any escape sequence on a pipe. */
public final class TextOutput implements Output {
  /** DuckDB's own shell shows as many. */
  private static final int MOST_ROWS = 40;

  /** What a table needs beside its rows, the line of a progress below it, and a status bar. */
  private static final int FRAME_ROWS = 9;

  /** Made for people to read, so a pager may show them. */
  private static final Set<OutputMode> FOR_READERS =
      EnumSet.of(OutputMode.TABLE, OutputMode.BOX, OutputMode.LINE, OutputMode.MARKDOWN);

  private final Streams streams;
  private final Screen screen;
  private final Optional<Pager> pager;
  private final GlobalOptions given;
  private final Optional<GlobalOptions> own;
  private final String place;
  private final Display display;

  /**
   * Writes to {@code streams}.
   *
   * @param given the options of the run; read whenever something is written, so they may still be
   *     unparsed now
   */
  public TextOutput(Streams streams, Screen screen, GlobalOptions given) {
    this(streams, screen, Optional.empty(), given, Optional.empty(), "", new Display());
  }

  private TextOutput(
      Streams streams,
      Screen screen,
      Optional<Pager> pager,
      GlobalOptions given,
      Optional<GlobalOptions> own,
      String place,
      Display display) {
    this.streams = streams;
    this.screen = screen;
    this.pager = pager;
    this.given = given;
    this.own = own;
    this.place = place;
    this.display = display;
  }

  /** Returns an output for a person at a prompt, who reads long results in {@code newPager}. */
  static TextOutput atPrompt(Streams streams, Screen screen, GlobalOptions given, Pager newPager) {
    return new TextOutput(
        streams, screen, Optional.of(newPager), given, Optional.empty(), "", new Display());
  }

  /** Returns the same output, whose failures begin with {@code newPlace}. */
  TextOutput at(String newPlace) {
    return new TextOutput(streams, screen, pager, given, own, newPlace, display);
  }

  /** Returns the same output for one command, whose own options go before those of the run. */
  TextOutput under(GlobalOptions commandOptions) {
    Optional<GlobalOptions> newOwn = Optional.of(commandOptions);
    return new TextOutput(streams, screen, pager, given, newOwn, place, display);
  }

  /** Returns what has been chosen about results; shared with every output made from this one. */
  public Display display() {
    return display;
  }

  /** Tells whether results are seen on a terminal. */
  boolean isScreen() {
    return screen.isTerminal() && display.file().isEmpty();
  }

  Streams streams() {
    return streams;
  }

  /** Returns the mode that was asked for, empty where none was. */
  Optional<OutputMode> askedMode() {
    return own.flatMap(GlobalOptions::mode)
        .or(() -> display.file().flatMap(ResultFile::mode))
        .or(display::mode)
        .or(given::mode);
  }

  /** Returns the mode that results are written in; {@code suited} is for terminals only. */
  public OutputMode mode(OutputMode suited) {
    OutputMode usual = screen.isTerminal() && display.file().isEmpty() ? suited : OutputMode.CSV;
    return askedMode().orElse(usual);
  }

  @Override
  public boolean isSpreadsheetSafe() {
    return given.isSpreadsheetSafe() || own.map(GlobalOptions::isSpreadsheetSafe).orElse(false);
  }

  @Override
  public int columns() {
    return isScreen() ? screen.columns().getAsInt() : 0;
  }

  /** Returns how results are wanted now, for whoever draws them for this screen elsewhere. */
  ResultForm form() {
    // Asking for the size takes time.
    boolean drawn = screen.isTerminal() || screen.narrationIsTerminal();
    return new ResultForm(
        drawn ? screen.columns().getAsInt() : 0,
        drawn ? screen.rows().getAsInt() : 0,
        askedMode().map(OutputMode::word).orElse(""),
        display.isTimed(),
        display.file().isPresent(),
        pager.isPresent());
  }

  /** Returns what passes on words that were made for this screen elsewhere, as they are. */
  RemoteResultWriter passOn() {
    return new RemoteResultWriter(streams, display, pager);
  }

  @Override
  public RowSink rows() {
    return rows(OutputMode.TABLE);
  }

  @Override
  public RowSink rows(OutputMode suited) {
    return new ResultSink(display, () -> target(suited));
  }

  /** Draws the last result again. */
  void redraw(Drawing drawing) {
    KeptResult last = display.last();
    ResultSink.Target target = target(drawing, true);
    last.replay(target.sink());
    target.closer().run();
  }

  @Override
  public void line(String text) {
    Optional<ResultFile> file = display.file();
    if (file.isPresent()) {
      new Lines(file.get().writer()).line(VisibleText.of(text));
    } else {
      streams.line(VisibleText.of(text));
    }
  }

  @Override
  public void note(String text) {
    if (!isQuiet()) {
      streams.narrate(VisibleText.of(text));
    }
  }

  /** Returns what shows {@code jobs} in the narration; the caller closes it. */
  public JobDisplay display(Jobs jobs) {
    return new JobDisplay(jobs, new Board(), new JobLines(screen.unicode()), screen.columns());
  }

  /** Says that the statement is over, also if its result was never ended. */
  void endResult() {
    streams.endResult();
  }

  @Override
  public void warn(String text) {
    streams.narrate(narrated(Ink.STRONG, "warning:") + " " + VisibleText.of(text));
  }

  @Override
  public void failure(Throwable failure) {
    if (failure instanceof PhotocatException expected) {
      narrateLines("error: " + place + expected.message());
      expected.hint().ifPresent(hint -> narrateLines("  hint: " + hint));
    } else {
      narrateLines("error: " + place + "this is a bug in photocat: " + failure);
      narrateLines("  hint: run it again with --debug and report what it prints");
    }
    if (given.isDebug() || own.map(GlobalOptions::isDebug).orElse(false)) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      narrateLines(trace.toString());
    }
  }

  @Override
  public Progress progress() {
    return showsProgress()
        ? new ProgressLine(streams, screen.columns(), System::nanoTime)
        : Progress.NONE;
  }

  @Override
  public long watched(Session session, LongSupplier work) {
    if (!showsProgress()) {
      return work.getAsLong();
    }
    session.enableProgress();
    QueryWatch watch = new QueryWatch(session::progress, streams, screen, System::nanoTime);
    try {
      watch.start();
      return work.getAsLong();
    } finally {
      watch.close();
    }
  }

  /** Tells whether somebody sees how far work has come. */
  boolean showsProgress() {
    return !isQuiet() && screen.narrationIsTerminal();
  }

  private ResultSink.Target target(OutputMode suited) {
    OutputMode mode = mode(suited);
    return display
        .drawing()
        .map(drawing -> target(drawing, true))
        .orElseGet(() -> target(Rendering.of(mode), FOR_READERS.contains(mode)));
  }

  private ResultSink.Target target(Drawing drawing, boolean forReaders) {
    Optional<ResultFile> file = display.file();
    if (file.isPresent()) {
      RowSink sink =
          drawing.open(
              file.get().writer(), RenderOptions.UNLIMITED.forSpreadsheets(isSpreadsheetSafe()));
      return new ResultSink.Target(sink, file.get()::flush);
    }
    streams.beginResult();
    if (screen.isTerminal()) {
      streams.hold();
    }
    Optional<Pager> reader = pager.filter(Pager::isThere);
    if (forReaders && reader.isPresent() && !display.isWatched()) {
      PagedWriter writer = new PagedWriter(streams, screen, reader.get());
      PagedSink sink = new PagedSink(drawing.open(writer, options()), writer);
      return new ResultSink.Target(
          sink,
          () -> {
            sink.close();
            handOn();
          });
    }
    return new ResultSink.Target(drawing.open(streams.data(), options()), this::handOn);
  }

  private void handOn() {
    streams.flush();
    streams.endResult();
  }

  private RenderOptions options() {
    boolean color = isColored(screen.isTerminal());
    RenderOptions usual =
        screen.isTerminal()
            ? new RenderOptions(
                screen.columns().getAsInt(),
                display.isWatched() ? rowsThatFit() : MOST_ROWS,
                screen.unicode(),
                color,
                pager.filter(Pager::isThere).isPresent() ? ".last" : "--mode box")
            : new RenderOptions(0, 0, true, color, "");
    return usual.forSpreadsheets(isSpreadsheetSafe());
  }

  /** Frame, header and footer of a table take rows of the screen too. */
  private int rowsThatFit() {
    return Math.max(1, Math.min(MOST_ROWS, screen.rows().getAsInt() - FRAME_ROWS));
  }

  private boolean isColored(boolean terminal) {
    ColorChoice choice =
        own.flatMap(GlobalOptions::color).or(given::color).orElse(ColorChoice.AUTO);
    return choice == ColorChoice.ALWAYS
        || (choice == ColorChoice.AUTO && terminal && screen.color());
  }

  private String narrated(Ink ink, String text) {
    return isColored(screen.narrationIsTerminal()) ? ink.on(text) : text;
  }

  private boolean isQuiet() {
    return given.isQuiet() || own.map(GlobalOptions::isQuiet).orElse(false);
  }

  /** DuckDB's messages have several lines, the last with a caret; a tab would move it. */
  private void narrateLines(String text) {
    boolean color = isColored(screen.narrationIsTerminal());
    text.lines()
        .map(line -> VisibleText.of(line.replace('\t', ' ')))
        .map(line -> color ? FailureLine.colored(line) : line)
        .forEach(streams::narrate);
  }

  /** A narration that cannot be repainted. */
  private final class Board implements JobBoard {
    @Override
    public boolean hasStatusBar() {
      return false;
    }

    @Override
    public void status(List<String> lines) {}

    @Override
    public void announce(String text) {
      streams.announce(text);
    }

    @Override
    public boolean isQuiet() {
      return TextOutput.this.isQuiet();
    }
  }
}
