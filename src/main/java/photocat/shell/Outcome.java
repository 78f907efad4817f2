package photocat.shell;

import java.util.Optional;
import photocat.model.ExitStatus;

/**
 * How one statement or command ended.
 *
 * @param kind as an exit code says it
 * @param leaving whether the shell or script ends here, as after {@code .quit}
 * @param code the exit code that {@code .exit} asked for
 * @param draft text that the person shall find at the next prompt
 */
public record Outcome(
    ExitStatus kind, boolean leaving, Optional<Integer> code, Optional<String> draft) {
  /** Returns that a statement ended with {@code kind}. */
  public static Outcome of(ExitStatus kind) {
    return new Outcome(kind, false, Optional.empty(), Optional.empty());
  }

  /** Returns that the person leaves; without a code the last statement's counts. */
  public static Outcome leave(Optional<Integer> code) {
    return new Outcome(ExitStatus.DONE, true, code, Optional.empty());
  }

  static Outcome draft(String text) {
    return new Outcome(ExitStatus.DONE, false, Optional.empty(), Optional.of(text));
  }

  /** Tells whether the next statement of a script may run: some items failed, but all was tried. */
  boolean mayGoOn() {
    return !leaving && !isFailure();
  }

  boolean isFailure() {
    return kind != ExitStatus.DONE && kind != ExitStatus.PARTIAL;
  }

  int exitCode() {
    return code.orElse(kind.exitCode());
  }

  /** Returns how this and the next ended together: as the first failure did. */
  Outcome then(Outcome next) {
    boolean nextIsWorse =
        kind == ExitStatus.DONE || (kind == ExitStatus.PARTIAL && next.isFailure());
    return new Outcome(nextIsWorse ? next.kind : kind, next.leaving, next.code, next.draft);
  }
}
