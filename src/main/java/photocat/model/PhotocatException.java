package photocat.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can understand and act on: one line that says what was done to which thing
 * and what was found, and at best one next step. Bad items (a bad row, a dead link) are values,
 * never this; anything else that is thrown is a bug.
 */
public final class PhotocatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus kind;
  private final @Nullable String hint;

  private PhotocatException(
      ExitStatus kind, String message, @Nullable Throwable cause, @Nullable String hint) {
    super(message, cause);
    this.kind = kind;
    this.hint = hint;
  }

  /** A failure with no cause worth keeping. */
  public static PhotocatException of(ExitStatus kind, String message) {
    return new PhotocatException(kind, message, null, null);
  }

  /** A failure caused by {@code cause}, which {@code --debug} shows. */
  public static PhotocatException of(ExitStatus kind, String message, Throwable cause) {
    return new PhotocatException(kind, message, cause, null);
  }

  /** The same failure with one next step for the user. */
  public PhotocatException withHint(String nextStep) {
    PhotocatException hinted = new PhotocatException(kind, message(), getCause(), nextStep);
    hinted.setStackTrace(getStackTrace());
    return hinted;
  }

  /** Returns how the run ends because of this. */
  public ExitStatus kind() {
    return kind;
  }

  /** Returns the one line for the user: lower case, no full stop. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Returns one next step, or empty where there is none. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
