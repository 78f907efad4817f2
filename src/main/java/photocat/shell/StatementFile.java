package photocat.shell;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that results go to while one statement runs. Of a statement that fails nothing stays in
 * it.
 */
final class StatementFile {
  private final Display display;
  private final Optional<ResultFile> file;
  private final long mark;

  private StatementFile(Display display, Optional<ResultFile> file) {
    this.display = display;
    this.file = file;
    this.mark = file.map(ResultFile::mark).orElse(0L);
  }

  /** Takes note of the file, if there is one, before the statement runs. */
  static StatementFile begin(Display display) {
    return new StatementFile(display, display.file());
  }

  /**
   * The statement has ended.
   *
   * @return the file that it alone was to fill, where that is in place now
   */
  Optional<Path> end(boolean hasFailed) {
    if (file.isEmpty() || !display.file().equals(file)) {
      return Optional.empty();
    }
    ResultFile open = file.get();
    if (hasFailed && open.isOnce()) {
      display.discard();
    } else if (hasFailed) {
      open.backTo(mark);
    } else if (open.isOnce()) {
      display.redirect(Optional.empty());
      return Optional.of(open.file());
    }
    return Optional.empty();
  }
}
