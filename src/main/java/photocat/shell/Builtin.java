package photocat.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands that only the shell and scripts have. */
public enum Builtin {
  HELP("[COMMAND]", "Explain a command, or list them all"),
  MODE("[MODE]", "Write results in another mode from now on, or show the present one"),
  LAST("[MODE]", "Draw the last result again, whole: its first 10,000 rows are kept"),
  CHART("[STATEMENT]", "Draw a label and a number as bars: of the last result, or of STATEMENT"),
  HISTOGRAM(
      "[COLUMN | STATEMENT]",
      "Draw how the numbers of a column are spread: of the last result, or of STATEMENT"),
  WATCH(
      "SECONDS [--times N] STATEMENT",
      "Repeat SQL or a recipe until a key is pressed, such as .watch 2 @progress"),
  SHOW(
      "[PHOTO_ID]",
      "Show a photo, or the first of the last result, with its file, licence and credit"),
  OPEN("[PHOTO_ID]", "Open the file of a photo, or the first of the last result, in a viewer"),
  TIMER("[on | off]", "Tell how long each statement took, or no longer"),
  OUTPUT(
      "[--force] [FILE]",
      "Write results to FILE from now on; without FILE, or with -, to the screen again"),
  ONCE("[--force] FILE", "Write the results of the next statement to FILE"),
  READ("FILE", "Run the statements and commands in FILE"),
  EDIT("", "Edit the last statement in $VISUAL or $EDITOR; it comes back to the prompt"),
  SAFE("", "Forbid files, the network and other programs until you leave"),
  QUIT("", "Leave; Ctrl-D does the same"),
  EXIT("[CODE]", "Leave with an exit code (default: that of the run)");

  /** The word that lets a file be replaced. */
  static final String FORCE = "--force";

  private final String arguments;
  private final String summary;

  Builtin(String arguments, String summary) {
    this.arguments = arguments;
    this.summary = summary;
  }

  static Optional<Builtin> of(String word) {
    return Arrays.stream(values())
        .filter(builtin -> builtin.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Builtin::word).toList();
  }

  /** Returns the name that users type after the dot. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what may follow the name, or empty. */
  public String arguments() {
    return arguments;
  }

  /** Returns how many words may follow the name of one that takes no statement. */
  int mostWords() {
    return arguments.isEmpty() ? 0 : takesForce() ? 2 : 1;
  }

  boolean takesForce() {
    return arguments.contains(FORCE);
  }

  boolean takesFile() {
    return arguments.contains("FILE");
  }

  boolean takesStatement() {
    return arguments.contains("STATEMENT");
  }

  /** Returns one line that explains it. */
  public String summary() {
    return summary;
  }
}
