package photocat.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/**
 * Where the paths that a user types lead: relative ones start from a folder, and {@code ~} is a
 * home folder, as in shells.
 *
 * @param folder where relative paths start, absolute
 * @param home the user's home folder, absolute
 */
public record UserPaths(Path folder, Path home) {
  private static final String TILDE = "~";

  /**
   * Returns {@code typed} as the user means it, absolute.
   *
   * @throws PhotocatException of kind USAGE for the home folder of a user who is not known
   */
  public Path resolve(Path typed) {
    return folder.resolve(expanded(typed)).normalize();
  }

  /** Returns what somebody has typed as a path, to be resolved. */
  public static Path read(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw PhotocatException.of(
          ExitStatus.USAGE, "'%s' is no path: %s".formatted(OneLine.of(typed), e.getReason()), e);
    }
  }

  /** A file whose name begins so is reached by {@code ./~name}, which has another first part. */
  private Path expanded(Path typed) {
    String first = typed.getNameCount() == 0 ? "" : typed.getName(0).toString();
    if (typed.isAbsolute() || !first.startsWith(TILDE)) {
      return typed;
    }
    Path start = first.equals(TILDE) ? home : HomeFolder.of(first.substring(1));
    return typed.getNameCount() == 1 ? start : start.resolve(typed.getName(0).relativize(typed));
  }
}
