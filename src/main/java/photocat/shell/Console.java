package photocat.shell;

import java.util.Optional;

/** The terminal of a person who types. */
interface Console extends AutoCloseable {
  /**
   * Reads one or more whole statements, over as many lines as they need.
   *
   * @return the text; empty text where Ctrl-C cleared the line; nothing where the person leaves
   */
  Optional<String> read(String prompt);

  /** Calls {@code pressed} whenever Ctrl-C is pressed while nothing is being read. */
  void onInterrupt(Runnable pressed);

  /** Puts the terminal back as it was; a {@link #read} that is under way ends as leaving. */
  @Override
  void close();
}
