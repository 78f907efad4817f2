package photocat.shell;

import java.util.List;

/** Where a person sees what jobs do. Thread-safe. */
interface JobBoard {
  /** Tells whether there is room for a status bar; changes with the size of the terminal. */
  boolean hasStatusBar();

  /** Shows these lines below all others until the next call; none hides the bar. */
  void status(List<String> lines);

  /** Says one thing, above the prompt if there is one, never within a result. */
  void announce(String text);

  /** Tells whether only warnings and errors are wanted. */
  default boolean isQuiet() {
    return false;
  }
}
