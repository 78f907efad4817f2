package photocat.shell;

import java.nio.file.Path;
import java.util.Optional;
import photocat.command.Context;
import photocat.file.OutputFile;
import photocat.file.Writing;
import photocat.model.Cancellation;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** Begins and ends the files that results go to instead of standard output. */
final class ResultFiles {
  /** What cannot be done, as failures say it. */
  static final String VERB = "write to";

  private final Context context;
  private final TextOutput output;

  /** Files for the results of {@code output}, which a person names in {@code context}. */
  ResultFiles(Context context, TextOutput output) {
    this.context = context;
    this.output = output;
  }

  /**
   * Begins a file.
   *
   * @param typed as the person named it
   * @param force whether it may replace what is there; what was written here is replaced anyway
   * @param once whether it takes the results of the next statement only
   * @param stop ends the waiting for whoever is to read from a pipe
   */
  ResultFile create(Path typed, boolean force, boolean once, Cancellation stop) {
    Writing how = Writing.of(VERB, force).inFolderThatIsThere().over(output.display()::hasWritten);
    Path file = context.resolve(typed);
    return ResultFile.of(OutputFile.open(context.outputs(stop).place(file, how)), once);
  }

  /**
   * Ends the file that is open, if one is; tells of it what could not be done.
   *
   * @param whole whether all that was to be in it is
   */
  Outcome finish(boolean whole) {
    Display display = output.display();
    Optional<ResultFile> open = display.file();
    try {
      if (whole && !context.cancellation().isCancelled()) {
        display.redirect(Optional.empty());
      } else {
        display.discard();
        open.flatMap(ResultFile::end)
            .ifPresent(file -> output.note("nothing was written to " + file));
      }
      return Outcome.of(ExitStatus.DONE);
    } catch (PhotocatException e) {
      output.failure(e);
      return Outcome.of(e.kind());
    }
  }
}
