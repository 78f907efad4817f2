package photocat.shell;

import java.util.Optional;
import photocat.model.Consent;

/**
 * For whom statements are run.
 *
 * @param foreground starts programs for the person at the prompt; empty where nobody sits there
 * @param viewer the person who may watch, or {@link Watch.Viewer#NOBODY}
 * @param questions asks that person for values that recipes lack; empty where nobody sits there
 * @param consent how the person is asked before something that cannot be undone
 * @param goesOn whether the next statement of a script runs after a failure
 */
record Audience(
    Optional<Foreground> foreground,
    Watch.Viewer viewer,
    Optional<RecipeQuestions> questions,
    Consent consent,
    boolean goesOn) {
  /** Nobody sits there, and the first failure ends it. */
  static final Audience SCRIPT = script(false);

  static Audience script(boolean goesOn) {
    return new Audience(
        Optional.empty(), Watch.Viewer.NOBODY, Optional.empty(), Consent.NOBODY, goesOn);
  }

  static Audience prompt(
      Foreground foreground, Watch.Viewer viewer, RecipeQuestions questions, Consent consent) {
    return new Audience(Optional.of(foreground), viewer, Optional.of(questions), consent, false);
  }

  /** A client's, of which only its own process knows who sits there. */
  static Audience client(Consent consent) {
    return new Audience(Optional.empty(), Watch.Viewer.NOBODY, Optional.empty(), consent, false);
  }
}
