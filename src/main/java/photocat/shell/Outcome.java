package photocat.shell;

import java.util.Optional;
import photocat.model.Kind;

/**
 * How one statement or command ended.
 *
 * @param kind as an exit code says it
 * @param leaving whether the shell or script ends here, as after {@code .quit}
 * @param code the exit code that {@code .exit} asked for
 * @param draft text that the person shall find at the next prompt
 */
record Outcome(Kind kind, boolean leaving, Optional<Integer> code, Optional<String> draft) {
  static Outcome of(Kind kind) {
    return new Outcome(kind, false, Optional.empty(), Optional.empty());
  }

  static Outcome leave(Optional<Integer> code) {
    return new Outcome(Kind.DONE, true, code, Optional.empty());
  }

  static Outcome draft(String text) {
    return new Outcome(Kind.DONE, false, Optional.empty(), Optional.of(text));
  }

  /** Tells whether the next statement of a script may run: some items failed, but all was tried. */
  boolean mayGoOn() {
    return !leaving && !isFailure();
  }

  boolean isFailure() {
    return kind != Kind.DONE && kind != Kind.PARTIAL;
  }

  int exitCode() {
    return code.orElse(kind.exitCode());
  }

  /** Returns how this and the next ended together: as the first failure did. */
  Outcome then(Outcome next) {
    boolean nextIsWorse = kind == Kind.DONE || (kind == Kind.PARTIAL && next.isFailure());
    return new Outcome(nextIsWorse ? next.kind : kind, next.leaving, next.code, next.draft);
  }
}
