package photocat.shell;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.command.Output;
import photocat.job.Progress;
import photocat.model.Column;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** Words for a pipe or a log: no colours, no cursor movements. */
public final class PlainOutput implements Output {
  private final PrintStream data;
  private final PrintStream narration;
  private final boolean quiet;
  private final boolean debug;

  /** Writes data and narration to two streams, which stay open. */
  public PlainOutput(PrintStream data, PrintStream narration, boolean quiet, boolean debug) {
    this.data = data;
    this.narration = narration;
    this.quiet = quiet;
    this.debug = debug;
  }

  @Override
  public RowSink rows() {
    return new RowSink() {
      @Override
      public void columns(List<Column> columns) {
        data.println(String.join(",", columns.stream().map(Column::name).toList()));
      }

      @Override
      public boolean row(List<@Nullable Object> values) {
        data.println(String.join(",", values.stream().map(String::valueOf).toList()));
        return !data.checkError();
      }
    };
  }

  @Override
  public void line(String text) {
    data.println(text);
  }

  @Override
  public void note(String text) {
    if (!quiet) {
      narration.println(text);
    }
  }

  @Override
  public void warn(String text) {
    narration.println("warning: " + text);
  }

  @Override
  public void failure(Throwable failure) {
    if (failure instanceof PhotocatException expected) {
      narration.println("error: " + expected.message());
      expected.hint().ifPresent(hint -> narration.println("  hint: " + hint));
    } else {
      narration.println("error: this is a bug in photocat: " + failure);
      narration.println("  hint: run it again with --debug and report what it prints");
    }
    if (debug) {
      failure.printStackTrace(narration);
    }
  }

  @Override
  public Progress progress() {
    return Progress.NONE;
  }
}
