package photocat.shell;

import photocat.model.Kind;

/**
 * How one statement or command ended.
 *
 * @param kind as an exit code says it
 * @param leaving whether the shell or script ends here, as after {@code .quit}
 */
record Outcome(Kind kind, boolean leaving) {
  static Outcome of(Kind kind) {
    return new Outcome(kind, false);
  }

  /** Tells whether the next statement of a script may run: some items failed, but all was tried. */
  boolean mayGoOn() {
    return !leaving && (kind == Kind.DONE || kind == Kind.PARTIAL);
  }
}
