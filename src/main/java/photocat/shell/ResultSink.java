package photocat.shell;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photocat.model.Column;
import photocat.model.RowSink;

/** Draws one result and keeps its first rows. Opens what it writes to with the columns. */
final class ResultSink implements RowSink, AutoCloseable {
  private final Display display;
  private final Supplier<Target> opener;
  private KeptResult kept = new KeptResult(List.of());
  private @Nullable Target target;

  /**
   * Where a result goes.
   *
   * @param closer hands on what has been written, and waits for a pager
   */
  record Target(RowSink sink, Runnable closer) {}

  ResultSink(Display display, Supplier<Target> opener) {
    this.display = display;
    this.opener = opener;
  }

  @Override
  public void columns(List<Column> columns) {
    kept = display.keep(columns);
    Target opened = opener.get();
    target = opened;
    display.opened(this);
    opened.sink().columns(columns);
  }

  @Override
  public boolean row(List<@Nullable Object> values) {
    Target opened = target;
    kept.add(values);
    boolean wanted = opened != null && opened.sink().row(values);
    if (!wanted) {
      kept.cut();
    }
    return wanted;
  }

  @Override
  public void end() {
    Target opened = target;
    if (opened != null) {
      opened.sink().end();
      close();
    }
  }

  /** Ends the result as far as it has come; after {@link #end} there is nothing to do. */
  @Override
  public void close() {
    Target opened = target;
    target = null;
    if (opened != null) {
      opened.closer().run();
    }
  }
}
