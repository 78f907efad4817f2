package photocat.command;

import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import picocli.CommandLine.Option;

/** How a command that destroys something comes by the user's consent. */
public final class YesOptions {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask first (default: asked at a terminal, refused elsewhere)")
  private boolean yes;

  /** Tells whether the user has agreed beforehand. */
  public boolean areGiven() {
    return yes;
  }

  /**
   * Asks the user.
   *
   * @param question what the command destroys: {@code "this forgets manifest top10"}
   * @throws PhotocatException of kind USAGE where nobody can be asked, INTERRUPTED where the answer
   *     is no
   */
  public static void ask(Context context, String question) {
    context
        .consent()
        .require(
            question,
            () ->
                PhotocatException.of(ExitStatus.USAGE, "not done unasked: " + question)
                    .withHint("--yes agrees where nobody can be asked"));
  }
}
