package photocat.model;

import java.util.Optional;
import java.util.function.Supplier;

/** How the user is asked before something that cannot be undone. */
@FunctionalInterface
public interface Consent {
  /** Nobody is there to ask, as in a script. */
  Consent NOBODY = question -> Optional.empty();

  /** The user has agreed beforehand, by an option. */
  Consent GIVEN = question -> Optional.of(true);

  /**
   * Asks and returns the answer; empty where nobody can be asked.
   *
   * @param question ends without a question mark: {@code "this drops the manifest top10"}
   */
  Optional<Boolean> to(String question);

  /**
   * Returns where the user agrees.
   *
   * @param refusal the failure where nobody can be asked
   * @throws PhotocatException of kind INTERRUPTED where the user does not agree
   */
  default void require(String question, Supplier<? extends RuntimeException> refusal) {
    if (!to(question).orElseThrow(refusal)) {
      throw PhotocatException.of(ExitStatus.INTERRUPTED, "not done: " + question);
    }
  }
}
