package photocat.shell.render;

import photocat.command.OutputMode;
import photocat.model.RowSink;

/** Makes the sink of each output mode. */
public final class Rendering {
  private Rendering() {}

  /** Returns the drawing of {@code mode}. */
  public static Drawing of(OutputMode mode) {
    return (out, options) -> open(mode, out, options);
  }

  /**
   * Returns a sink that writes one result to {@code out}, which it does not close. It throws {@link
   * photocat.command.ReaderGone} when nobody reads {@code out} any more.
   */
  public static RowSink open(OutputMode mode, Appendable out, RenderOptions options) {
    Lines lines = new Lines(out);
    return switch (mode) {
      case TABLE -> new TableSink(lines, options);
      case BOX -> new TableSink(lines, options.whole());
      case LINE -> new LineSink(lines);
      case MARKDOWN -> new MarkdownSink(lines);
      case CSV -> new CsvSink(lines, options);
      case TSV -> new TsvSink(lines, options);
      case JSON -> JsonSink.array(lines);
      case JSONL -> JsonSink.lines(lines);
      case NONE -> new NoSink();
    };
  }
}
