package photocat.shell;

import java.util.Optional;
import java.util.function.Function;
import photocat.shell.complete.Completion;

/** The terminal of a person who types. */
interface Console extends JobBoard, AutoCloseable {
  /**
   * Reads one or more whole statements, over as many lines as they need.
   *
   * @param draft text that is there already, to be edited; mostly empty
   * @return the text; empty text where Ctrl-C cleared the line; nothing where the person leaves
   */
  Optional<String> read(String prompt, String draft);

  /**
   * Asks for one line that is no statement and not kept in the history.
   *
   * @return the answer; empty text after Ctrl-C; nothing where the person leaves
   */
  Optional<String> ask(String question);

  /**
   * Asks for a value, likewise.
   *
   * @param values gives what could complete the text that has been typed
   * @return the answer without blanks around it; nothing after Ctrl-C, and where the person leaves
   */
  Optional<String> askValue(String question, Function<String, Completion> values);

  /** Returns the exit code of one whose terminal has gone; nothing while it is there. */
  Optional<Integer> hangup();

  /** Leaves the screen to another program, such as a pager, until {@link #resume}. */
  void pause();

  /** Takes the screen back. */
  void resume();

  /** Calls {@code pressed} whenever Ctrl-C is pressed while nothing is being read. */
  void onInterrupt(Runnable pressed);

  /** Puts the terminal back as it was; a {@link #read} that is under way ends as leaving. */
  @Override
  void close();
}
