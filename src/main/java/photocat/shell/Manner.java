package photocat.shell;

import java.util.Optional;

/**
 * For whom statements are run.
 *
 * @param foreground starts programs for the person at the prompt; empty where nobody sits there
 * @param viewer the person who may watch, or {@link Watch.Viewer#NOBODY}
 * @param questions asks that person for values that recipes lack; empty where nobody sits there
 * @param goesOn whether the next statement of a script runs after a failure
 */
record Manner(
    Optional<Foreground> foreground,
    Watch.Viewer viewer,
    Optional<RecipeQuestions> questions,
    boolean goesOn) {
  /** Nobody sits there, and the first failure ends it. */
  static final Manner SCRIPT = script(false);

  static Manner script(boolean goesOn) {
    return new Manner(Optional.empty(), Watch.Viewer.NOBODY, Optional.empty(), goesOn);
  }

  static Manner prompt(Foreground foreground, Watch.Viewer viewer, RecipeQuestions questions) {
    return new Manner(Optional.of(foreground), viewer, Optional.of(questions), false);
  }
}
