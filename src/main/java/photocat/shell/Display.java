package photocat.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photocat.command.OutputMode;
import photocat.model.Column;
import photocat.shell.render.Drawing;

/**
 * What the person has chosen about results, and the last of them. All that writes in one run shares
 * it. Not thread-safe: results are written by one thread.
 */
public final class Display {
  private Optional<OutputMode> mode = Optional.empty();
  private Optional<Drawing> drawing = Optional.empty();
  private final WrittenFiles written = new WrittenFiles();
  private Optional<ResultFile> file = Optional.empty();
  private KeptResult last = new KeptResult(List.of());
  private boolean timed;
  private boolean watched;
  private @Nullable ResultSink open;

  /** Returns the mode chosen for results from now on. */
  Optional<OutputMode> mode() {
    return mode;
  }

  /** Shows results in {@code newMode}; empty for what suits the screen. */
  public void choose(Optional<OutputMode> newMode) {
    mode = newMode;
  }

  /** Returns how results are drawn for the moment, whatever the mode. */
  Optional<Drawing> drawing() {
    return drawing;
  }

  void draw(Optional<Drawing> newDrawing) {
    drawing = newDrawing;
  }

  /** Tells whether results replace one another on the screen, so that each must fit. */
  boolean isWatched() {
    return watched;
  }

  void watch(boolean newWatched) {
    watched = newWatched;
  }

  /** Tells whether the person wants to know how long statements take. */
  public boolean isTimed() {
    return timed;
  }

  /** Tells how long statements take, or no longer. */
  public void time(boolean newTimed) {
    timed = newTimed;
  }

  /** Returns the file that results go to instead of standard output. */
  Optional<ResultFile> file() {
    return file;
  }

  /** Sends results to another file, or back to standard output, and finishes the one before. */
  void redirect(Optional<ResultFile> newFile) {
    Optional<ResultFile> before = file;
    file = newFile;
    before.ifPresent(ResultFile::finish);
    before.flatMap(ResultFile::end).ifPresent(written::add);
  }

  /** Sends results back to standard output, and throws away what the file before has got. */
  void discard() {
    file.ifPresent(ResultFile::discard);
    file = Optional.empty();
  }

  /** Tells whether {@code there} is a file of results that was written here, and not changed. */
  boolean hasWritten(Path there) {
    return written.contain(there);
  }

  /** Returns the last result; one without columns where there was none. */
  public KeptResult last() {
    return last;
  }

  /** Begins to keep another result. */
  KeptResult keep(List<Column> columns) {
    last = new KeptResult(columns);
    return last;
  }

  /** Takes an earlier result for the last again. */
  void restore(KeptResult earlier) {
    last = earlier;
  }

  void opened(ResultSink sink) {
    open = sink;
  }

  /** Ends a result that its statement left unfinished. */
  void finish() {
    ResultSink unfinished = open;
    open = null;
    if (unfinished != null) {
      unfinished.close();
    }
  }
}
