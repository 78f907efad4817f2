package photocat.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import photocat.model.Kind;
import photocat.model.PhotocatException;
import photocat.model.RowSink;

/** How results are written. */
public enum OutputMode {
  TABLE("a drawn table, sizes and counts made readable; the default on a terminal"),
  LINE("one value a line, for wide rows"),
  MARKDOWN("a Markdown table"),
  CSV("comma-separated values after RFC 4180, with a header; the default on a pipe"),
  TSV("tab-separated values with a header; tab, line break and backslash are escaped"),
  JSON("one JSON array of objects"),
  JSONL("one JSON object a line"),
  NONE("nothing; for timing");

  private final String meaning;

  OutputMode(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the mode that {@code word} names, in any case, or fails as USAGE. */
  public static OutputMode parse(String word) {
    for (OutputMode mode : values()) {
      if (mode.word().equals(word.toLowerCase(Locale.ROOT))) {
        return mode;
      }
    }
    String known = Arrays.stream(values()).map(OutputMode::word).collect(Collectors.joining(", "));
    throw PhotocatException.of(
        Kind.USAGE, "unknown output mode '%s', expected one of %s".formatted(word, known));
  }

  /** Returns the name that users type. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns one phrase for the documentation. */
  public String meaning() {
    return meaning;
  }

  /**
   * Returns a sink that writes one result to {@code out}, which it neither flushes nor closes. When
   * {@code out} fails, the sink throws {@link java.io.UncheckedIOException}.
   */
  public RowSink open(Appendable out, RenderOptions options) {
    Lines lines = new Lines(out);
    return switch (this) {
      case TABLE -> new TableSink(lines, options);
      case LINE -> new LineSink(lines);
      case MARKDOWN -> new MarkdownSink(lines);
      case CSV -> new CsvSink(lines);
      case TSV -> new TsvSink(lines);
      case JSON -> JsonSink.array(lines);
      case JSONL -> JsonSink.lines(lines);
      case NONE -> new NoSink();
    };
  }
}
