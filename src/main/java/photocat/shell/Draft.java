package photocat.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import photocat.file.OwnFiles;
import photocat.file.TextFile;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/** A statement in the user's editor. */
final class Draft {
  private Draft() {}

  /** Lets the person edit {@code text} and returns it as they left it. */
  static String edited(String text, Foreground foreground) {
    try {
      // Readable by its owner only: statements may hold what nobody else should read.
      String draft = text.isEmpty() ? "" : text + "\n";
      Path file = OwnFiles.makeTemporary("photocat", ".sql", draft);
      try {
        foreground.edit(file);
        return TextFile.read(file, TextFile.LARGEST_SCRIPT_BYTES).strip();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw PhotocatException.of(ExitStatus.FAILED, "cannot edit: " + FailureReason.of(e), e);
    }
  }
}
