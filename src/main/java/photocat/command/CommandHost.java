package photocat.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import photocat.model.Consent;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;

/** The place where commands are typed, or the script they stand in. */
public interface CommandHost {
  /** Where nobody sits and nothing was run. */
  CommandHost EMPTY = of(Consent.NOBODY);

  /** Returns a host where nothing was run, and whoever sits there is asked by {@code consent}. */
  static CommandHost of(Consent consent) {
    return new CommandHost() {
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
      public ExitStatus run(List<String> words) {
        return ExitStatus.DONE;
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
  ExitStatus run(List<String> words);

  /** Returns the failure to edit where nobody could. */
  static PhotocatException nobody() {
    return PhotocatException.of(ExitStatus.USAGE, "cannot edit in a script: nobody is there");
  }
}
