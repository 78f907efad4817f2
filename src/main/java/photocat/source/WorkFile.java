package photocat.source;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/** What a reader made for whoever loads it: it is deleted with the next call for one. */
public interface WorkFile {
  /** Returns where it lies. */
  Path file();

  /**
   * Returns the failure to write {@code file}, whose name says nothing to the user.
   *
   * @throws IOException {@code cause}, where the thread that writes was stopped
   */
  static PhotocatException notWritten(Path file, IOException cause) throws IOException {
    if (cause instanceof ClosedByInterruptException) {
      throw cause;
    }
    return PhotocatException.of(
            ExitStatus.FAILED, "a work file cannot be written: " + FailureReason.of(cause), cause)
        .withHint("make room on the disk of " + file.getParent());
  }
}
