package photocat.shell;

import java.io.OutputStream;
import java.util.Optional;

/** Shows what does not fit on the screen. */
interface Pager {
  /** There is no pager: everything is printed. */
  Pager NONE = Optional::empty;

  /**
   * Starts it.
   *
   * @return takes the text, in UTF-8; closing it waits until the person has seen enough. Empty
   *     where no pager can be started
   */
  Optional<OutputStream> open();
}
