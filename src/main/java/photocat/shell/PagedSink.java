package photocat.shell;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photocat.command.ReaderGone;
import photocat.model.Column;
import photocat.model.RowSink;
import photocat.shell.render.Lines;

/** Draws a result into a pager; whoever leaves the pager early has seen enough of the result. */
final class PagedSink implements RowSink {
  private final RowSink sink;
  private final PagedWriter writer;
  private boolean left;

  PagedSink(RowSink sink, PagedWriter writer) {
    this.sink = sink;
    this.writer = writer;
  }

  @Override
  public void columns(List<Column> columns) {
    unlessLeft(() -> sink.columns(columns));
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    boolean[] wanted = new boolean[1];
    unlessLeft(() -> wanted[0] = sink.row(values));
    return wanted[0] && !left;
  }

  @Override
  public void end() {
    unlessLeft(sink::end);
  }

  /** Waits until the pager is left. */
  void close() {
    unlessLeft(
        () -> {
          try {
            writer.close();
          } catch (IOException e) {
            throw Lines.failure(e);
          }
        });
  }

  private void unlessLeft(Runnable work) {
    if (!left) {
      try {
        work.run();
      } catch (ReaderGone e) {
        if (!writer.isPaging()) {
          throw e;
        }
        left = true;
        close(e);
      }
    }
  }

  private void close(ReaderGone gone) {
    try {
      writer.close();
    } catch (IOException e) {
      gone.addSuppressed(e);
    }
  }
}
