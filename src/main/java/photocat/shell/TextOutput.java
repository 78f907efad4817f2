package photocat.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.GlobalOptions;
import photocat.command.Output;
import photocat.command.OutputMode;
import photocat.job.Jobs;
import photocat.job.Progress;
import photocat.model.Column;
import photocat.model.PhotocatException;
import photocat.model.RowSink;
import photocat.shell.render.Rendering;
import photocat.shell.render.VisibleText;

/** Words and results for a terminal, a pipe or a log, without any escape sequence. */
public final class TextOutput implements Output {
  private final Streams streams;
  private final Screen screen;
  private final GlobalOptions given;
  private final Optional<GlobalOptions> own;
  private final String place;
  private Optional<OutputMode> chosen = Optional.empty();

  /**
   * Writes to {@code streams}.
   *
   * @param given the options of the run; read whenever something is written, so they may still be
   *     unparsed now
   */
  public TextOutput(Streams streams, Screen screen, GlobalOptions given) {
    this(streams, screen, given, Optional.empty(), "");
  }

  private TextOutput(
      Streams streams,
      Screen screen,
      GlobalOptions given,
      Optional<GlobalOptions> own,
      String place) {
    this.streams = streams;
    this.screen = screen;
    this.given = given;
    this.own = own;
    this.place = place;
  }

  /** Returns the same output, whose failures begin with {@code newPlace}. */
  TextOutput at(String newPlace) {
    return with(own, newPlace);
  }

  /** Returns the same output for one command, whose own options go before those of the run. */
  TextOutput under(GlobalOptions commandOptions) {
    return with(Optional.of(commandOptions), place);
  }

  /** Writes results in {@code mode} from now on, unless a command asks for another. */
  void choose(OutputMode mode) {
    chosen = Optional.of(mode);
  }

  /** Returns the mode that was asked for, empty where none was. */
  Optional<OutputMode> askedMode() {
    return own.flatMap(GlobalOptions::mode).or(() -> chosen).or(given::mode);
  }

  /** Returns the mode that results are written in; {@code suited} is for terminals only. */
  OutputMode mode(OutputMode suited) {
    return askedMode().orElse(screen.isTerminal() ? suited : OutputMode.CSV);
  }

  /** Returns the width of the screen now, 0 where there is none: asking takes time. */
  int columns() {
    boolean drawn = screen.isTerminal() || screen.narrationIsTerminal();
    return drawn ? screen.columns().getAsInt() : 0;
  }

  /** Returns what passes on words that were made for this screen elsewhere, as they are. */
  PassedOn passOn() {
    return new PassedOn(streams);
  }

  @Override
  public RowSink rows() {
    return rows(OutputMode.TABLE);
  }

  @Override
  public RowSink rows(OutputMode suited) {
    RowSink sink = Rendering.open(mode(suited), streams.data(), screen.options());
    return new RowSink() {
      @Override
      public void columns(List<Column> columns) {
        streams.beginResult();
        sink.columns(columns);
      }

      @Override
      public boolean row(List<@Nullable Object> values) {
        return sink.row(values);
      }

      @Override
      public void end() {
        sink.end();
        streams.flush();
        streams.endResult();
      }
    };
  }

  @Override
  public void line(String text) {
    streams.line(VisibleText.of(text));
  }

  @Override
  public void note(String text) {
    if (!isQuiet()) {
      streams.narrate(VisibleText.of(text));
    }
  }

  /** Returns what shows {@code jobs} in the narration; the caller closes it. */
  JobDisplay display(Jobs jobs) {
    return new JobDisplay(jobs, new Board(), new JobLines(screen.unicode()), screen.columns());
  }

  /** Tells whether a person reads the narration and wants to know how far things are. */
  boolean showsProgress() {
    return screen.narrationIsTerminal() && !isQuiet();
  }

  /** Says that the statement is over, also if its result was never ended. */
  void endResult() {
    streams.endResult();
  }

  @Override
  public void warn(String text) {
    streams.narrate("warning: " + VisibleText.of(text));
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

  private TextOutput with(Optional<GlobalOptions> newOwn, String newPlace) {
    TextOutput output = new TextOutput(streams, screen, given, newOwn, newPlace);
    output.chosen = chosen;
    return output;
  }

  private boolean isQuiet() {
    return given.isQuiet() || own.map(GlobalOptions::isQuiet).orElse(false);
  }

  /** DuckDB's messages have several lines, the last with a caret; a tab would move it. */
  private void narrateLines(String text) {
    text.lines().map(line -> VisibleText.of(line.replace('\t', ' '))).forEach(streams::narrate);
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
