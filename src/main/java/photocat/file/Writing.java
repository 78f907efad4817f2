package photocat.file;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * How a file that the user names is to be written.
 *
 * @param verb what failures begin with: cannot {@code verb} FILE
 * @param makesFolders whether folders that are missing are made
 * @param force whether a file that is there may be replaced, whoever wrote it
 * @param isOurs tells of a file that is there whether photocat wrote it, so that it may be replaced
 * @param remedy what the user can do about a file that may not be replaced
 * @param linkFree a folder below which no link is followed; empty where links are the user's choice
 */
public record Writing(
    String verb,
    boolean makesFolders,
    boolean force,
    Predicate<Path> isOurs,
    String remedy,
    Optional<Path> linkFree) {
  private static final String NO_SPACE = "No space left on device";
  private static final String FORCE = "--force replaces it";

  /** For a command that makes folders, and has an option {@code --force}. */
  public static Writing of(String verb, boolean force) {
    return new Writing(verb, true, force, file -> false, FORCE, Optional.empty());
  }

  /** Returns the same where files that photocat wrote may be replaced. */
  public Writing over(Predicate<Path> ours) {
    return new Writing(verb, makesFolders, force, ours, remedy, linkFree);
  }

  /** Returns the same where no folder is made. */
  public Writing inFolderThatIsThere() {
    return new Writing(verb, false, force, isOurs, remedy, linkFree);
  }

  /** Returns the same with another remedy. */
  public Writing orElse(String newRemedy) {
    return new Writing(verb, makesFolders, force, isOurs, newRemedy, linkFree);
  }

  /** Returns the same for a file whose name is not the user's choice of a path. */
  public Writing notThroughLinksBelow(Path folder) {
    return new Writing(verb, makesFolders, force, isOurs, remedy, Optional.of(folder));
  }

  /** Returns the failure to write {@code file}. */
  public PhotocatException failure(Path file, IOException cause) {
    if (cause instanceof ClosedChannelException) {
      // What waits for whoever reads from a pipe is closed to end the waiting.
      return PhotocatException.of(
          ExitStatus.INTERRUPTED, "cannot %s %s: it was stopped".formatted(verb, file), cause);
    }
    String found = FailureReason.of(cause);
    if (found.equals(NO_SPACE)) {
      return PhotocatException.of(
              ExitStatus.FAILED,
              "cannot %s %s: no space left on its disk".formatted(verb, file),
              cause)
          .withHint("free the disk and run the command again");
    }
    Optional<Path> noFolder = fileAbove(file);
    if (noFolder.isPresent()) {
      return PhotocatException.of(
              ExitStatus.FAILED,
              "cannot %s %s: %s is a file, not a folder".formatted(verb, file, noFolder.get()),
              cause)
          .withHint("choose another path, or move that file away");
    }
    return PhotocatException.of(
        ExitStatus.FAILED, "cannot %s %s: %s".formatted(verb, file, found), cause);
  }

  /** Returns what is in the way of the folder of {@code file}: the system does not say which. */
  private static Optional<Path> fileAbove(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder).filter(found -> !Files.isDirectory(found));
  }

  PhotocatException failure(Path file, String found) {
    return PhotocatException.of(ExitStatus.FAILED, "cannot %s %s: %s".formatted(verb, file, found));
  }

  PhotocatException taken(Path file) {
    return failure(file, "it is there already").withHint(remedy);
  }
}
