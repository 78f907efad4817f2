package photocat.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import photocat.model.Consent;
import photocat.shell.render.VisibleText;

/** Asks the person who sits at a terminal; whatever is not yes is no. */
final class Confirmation implements Consent {
  private final Function<String, Optional<String>> ask;

  /**
   * A confirmation by one line that is typed.
   *
   * @param ask shows a question and returns the line; empty where the person leaves
   */
  Confirmation(Function<String, Optional<String>> ask) {
    this.ask = ask;
  }

  @Override
  public Optional<Boolean> to(String question) {
    String answer = ask.apply(VisibleText.of(question) + "; go on? [y/N] ").orElse("");
    String word = answer.strip().toLowerCase(Locale.ROOT);
    return Optional.of(word.equals("y") || word.equals("yes"));
  }
}
