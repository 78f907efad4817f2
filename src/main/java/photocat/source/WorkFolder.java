package photocat.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import photocat.file.OwnFiles;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/** Where the pieces of a table lie while they are loaded. */
public final class WorkFolder {
  private static final Pattern PIECE = Pattern.compile("piece-\\d+(-clean)?\\.tsv");

  private final Path folder;

  /**
   * Makes {@code folder} when missing, or without one a temporary one; removes the pieces that a
   * killed process left there.
   */
  public WorkFolder(Optional<Path> folder) throws IOException {
    this.folder =
        folder.isPresent()
            ? OwnFiles.makeFolder(folder.get())
            : OwnFiles.makeTemporaryFolder("photocat-ingest");
    deletePieces(this.folder);
  }

  /** Says that {@code folder}, a temporary one if empty, cannot be made. */
  public static PhotocatException notMade(Optional<Path> folder, IOException cause) {
    return PhotocatException.of(
        ExitStatus.FAILED,
        "cannot make %s: %s"
            .formatted(
                folder.map("the work folder %s"::formatted).orElse("a temporary folder"),
                FailureReason.of(cause)),
        cause);
  }

  /** Returns the path of a piece, which is not made; {@code number} counts from 1. */
  public Path piece(int number) {
    return folder.resolve("piece-" + number + ".tsv");
  }

  /** Removes every piece, and the folder when nothing else is in it. */
  public void clear() throws IOException {
    removeLeft(folder);
  }

  /**
   * Removes the pieces that lie in {@code folder}, of a process that was killed for example, and
   * the folder when nothing else is in it.
   */
  public static void removeLeft(Path folder) throws IOException {
    deletePieces(folder);
    if (OwnFiles.isFolder(folder)) {
      OwnFiles.removeIfEmpty(folder);
    }
  }

  private static void deletePieces(Path folder) throws IOException {
    if (!OwnFiles.isFolder(folder)) {
      // It was taken away: what a link in its place leads to is not ours.
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, WorkFolder::isPiece)) {
      for (Path piece : left) {
        Files.deleteIfExists(piece);
      }
    }
  }

  private static boolean isPiece(Path file) {
    return PIECE.matcher(String.valueOf(file.getFileName())).matches();
  }
}
