package photocat.shell;

import java.io.Writer;
import java.util.Optional;

/** Shows what does not fit on the screen. */
interface Pager {
  /**
   * Starts it.
   *
   * @return takes the text; closing it waits until the person has seen enough. Empty where no pager
   *     can be started
   */
  Optional<Writer> open();

  /** Tells whether somebody reads who could want it. */
  default boolean isThere() {
    return true;
  }
}
