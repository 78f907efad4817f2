package photocat.shell.dot;

import java.util.List;
import java.util.stream.Stream;
import photocat.command.CommandInfo;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.Interpreter;
import photocat.shell.Outcome;
import photocat.shell.StatementCall;
import photocat.shell.complete.Suggestion;

/**
 * A command that only the shell and scripts have, such as {@code .mode csv}. One class each, which
 * says all there is to know of it: help, completion, documentation and {@code .safe} ask it.
 * Immutable.
 */
public abstract class DotCommand {
  /** The word that lets a file be replaced. */
  public static final String FORCE = "--force";

  private final String word;
  private final String arguments;
  private final String summary;

  /**
   * A command.
   *
   * @param word what users type after the dot, in small letters
   * @param arguments what may follow, or empty; {@code FILE}, {@code --force} and {@code STATEMENT}
   *     are such, with all that follows from it
   * @param summary one line that explains it
   */
  DotCommand(String word, String arguments, String summary) {
    this.word = word;
    this.arguments = arguments;
    this.summary = summary;
  }

  /** Returns the name that users type after the dot. */
  public final String word() {
    return word;
  }

  /** Returns what may follow the name, or empty. */
  public final String arguments() {
    return arguments;
  }

  /** Returns one line that explains it. */
  public final String summary() {
    return summary;
  }

  /** Returns the name with its dot, and what may follow. */
  public final String usage() {
    return ("." + word + " " + arguments).strip();
  }

  /** Tells whether {@code --force} may follow. */
  public final boolean takesForce() {
    return arguments.contains(FORCE);
  }

  /** Tells whether a file may follow. */
  public final boolean takesFile() {
    return arguments.contains("FILE");
  }

  /** Tells whether a statement may follow. */
  public final boolean takesStatement() {
    return arguments.contains("STATEMENT");
  }

  /** Runs the command with {@code words}, of which there are no more than it may have. */
  protected abstract Outcome run(List<String> words, StatementCall call, Interpreter interpreter);

  /** Returns how many words may follow the name. */
  int mostWords() {
    if (takesStatement()) {
      return Integer.MAX_VALUE;
    }
    return arguments.isEmpty() ? 0 : takesForce() ? 2 : 1;
  }

  /** Returns what may be typed next, where no file is. */
  public Stream<Suggestion> suggestions(List<CommandInfo> commands) {
    return takesForce()
        ? Stream.of(new Suggestion(FORCE, "options", "Replace the file", true))
        : Stream.empty();
  }

  /** Tells whether it reaches files, the network or other programs, which {@code .safe} forbids. */
  public boolean reachesOut() {
    return false;
  }

  /**
   * Tells whether it is about what only the process knows that holds the catalogue: the last
   * result, photos, the catalogue as a whole.
   */
  public boolean runsAtServer() {
    return false;
  }

  /** Tells whether it would hold for everybody who works in the catalogue, clients included. */
  public boolean holdsForAll() {
    return false;
  }

  /** Tells whether it opens the file of a photo on the desktop of the person who types. */
  public boolean opensPhoto() {
    return false;
  }

  /** Runs the command, unless more words follow it than may. */
  public final Outcome start(List<String> words, StatementCall call, Interpreter interpreter) {
    if (words.size() > mostWords()) {
      throw wrongUsage("it was given " + words.size() + " words");
    }
    return run(words, call, interpreter);
  }

  /** Returns the failure to run it because of {@code fault}. */
  public final PhotocatException wrongUsage(String fault) {
    return PhotocatException.of(ExitStatus.USAGE, "cannot run .%s: %s".formatted(word, fault))
        .withHint("expected " + usage());
  }

  /** Returns the one file that was named. */
  final String only(List<String> files) {
    return files.stream().findFirst().orElseThrow(() -> wrongUsage("FILE is missing"));
  }
}
