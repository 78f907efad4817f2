package photocat.command;

import java.util.Arrays;
import java.util.Locale;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** How results are written. */
public enum OutputMode {
  TABLE("a drawn table, sizes and counts made readable; the default on a terminal"),
  BOX("a drawn table that hides nothing, however long and wide"),
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
    return Arrays.stream(values())
        .filter(mode -> mode.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                PhotocatException.of(
                    ExitStatus.USAGE,
                    "unknown mode '%s', expected one of %s"
                        .formatted(word, Arrays.toString(values()))));
  }

  /** Returns the name that users type; picocli and the shell take it in any case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns one phrase for the documentation. */
  public String meaning() {
    return meaning;
  }

  /** Returns the word, so that help pages and messages show what users type. */
  @Override
  public String toString() {
    return word();
  }
}
