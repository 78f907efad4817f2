package photocat.job.ingest;

import java.io.IOException;
import java.nio.file.Path;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;
import photocat.source.RemoteFile;
import photocat.source.WorkFolder;

/** The folders beside a catalogue in which files lie while a source is taken in. */
public final class WorkFolders {
  private WorkFolders() {}

  /** Returns that for copies of what is behind an address, beside {@code pieces}. */
  static Path fetched(Path pieces) {
    return pieces.resolveSibling(pieces.getFileName() + "-fetched");
  }

  /** Returns that for pages of searches, which the next run goes on from. */
  static Path searched(Path pieces) {
    return pieces.resolveSibling(pieces.getFileName() + "-searched");
  }

  /**
   * Removes what an ingest that was killed has left, whichever source it was of: it may be as large
   * as that, and the next ingest may need the room, and another folder.
   *
   * @param pieces folder for pieces of a source
   */
  public static void removeLeft(Path pieces) {
    try {
      WorkFolder.removeLeft(pieces);
      RemoteFile.removeLeft(fetched(pieces));
    } catch (IOException e) {
      throw PhotocatException.of(
          ExitStatus.FAILED,
          "cannot remove what an earlier ingest has left in %s: %s"
              .formatted(pieces, FailureReason.of(e)),
          e);
    }
  }
}
