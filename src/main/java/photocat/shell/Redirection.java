package photocat.shell;

import java.util.List;
import java.util.Optional;
import photocat.file.Outputs;
import photocat.model.ExitStatus;
import photocat.shell.dot.DotCommand;

/** Sends results to a file that the person names, or back to standard output. */
public final class Redirection {
  private Redirection() {}

  /**
   * Sends them where {@code words} say.
   *
   * @param once whether the next statement's only
   */
  public static Outcome of(
      DotCommand command,
      List<String> words,
      boolean once,
      StatementCall call,
      Interpreter interpreter) {
    boolean force = words.contains(DotCommand.FORCE);
    List<String> files = words.stream().filter(word -> !word.equals(DotCommand.FORCE)).toList();
    if (files.size() > 1) {
      throw command.wrongUsage("it was given " + files.size() + " files");
    }
    Display display = call.output().display();
    if (display.file().filter(ResultFile::isOnce).isPresent()) {
      // Its statement has never come.
      display.discard();
    }
    // First, for it may be the same file.
    display.redirect(Optional.empty());
    display.redirect(
        files.stream()
            .findFirst()
            .map(typed -> Outputs.read(typed, ResultFiles.VERB))
            .filter(typed -> !Outputs.isStandardOutput(typed))
            .map(typed -> interpreter.files().create(typed, force, once, call.cancellation())));
    return Outcome.of(ExitStatus.DONE);
  }
}
