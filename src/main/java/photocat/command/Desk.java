package photocat.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.model.Consent;
import photocat.model.Kind;
import photocat.model.PhotocatException;

/** The place where commands are typed, or the script they stand in. */
public interface Desk {
  /** Where nobody sits and nothing was run. */
  Desk EMPTY = of(Consent.NOBODY);

  /** Returns a desk where nothing was run, and whoever sits there is asked by {@code consent}. */
  static Desk of(Consent consent) {
    return new Desk() {
      @Override
      public Consent consent() {
        return consent;
      }

      @Override
      public Optional<String> lastStatement() {
        return Optional.empty();
      }

      @Override
      public void edit(Path file) {
        throw nobody();
      }

      @Override
      public Kind run(List<String> words) {
        return Kind.DONE;
      }
    };
  }

  /** Returns how whoever sits here is asked before something that cannot be undone. */
  Consent consent();

  /** Returns the last SQL that was run here, without its {@code ;}; empty where none was. */
  Optional<String> lastStatement();

  /**
   * Lets the person who sits here edit a file, and waits until that is done.
   *
   * @throws PhotocatException of kind USAGE where nobody sits here
   */
  void edit(Path file);

  /** Runs another command wherever the catalogue is; failures are reported. */
  Kind run(List<String> words);

  /** Returns the failure to edit where nobody could. */
  static PhotocatException nobody() {
    return PhotocatException.of(Kind.USAGE, "cannot edit in a script: nobody is there");
  }
}
