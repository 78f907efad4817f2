package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.command.CommandInfo;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.dot.DotCommands;
import photocat.sql.CommandWords;
import photocat.sql.Script;
import photocat.sql.SqlStart;
import photocat.sql.Statement;
import photocat.sql.StatementSplitter;

/**
 * Tells commands from SQL. {@code .name} and {@code @recipe} are commands, and so is a bare name
 * that cannot begin a SQL statement; a command ends with its line, SQL with {@code ;}.
 */
public final class InputRules {
  /** No quote can be open at the end of a command, so this one stands outside of quotes. */
  private static final Pattern BACKGROUND = Pattern.compile("\\s&$");

  private final Supplier<List<CommandInfo>> describer;
  private @Nullable List<CommandInfo> commands;

  /**
   * Rules for these commands.
   *
   * @param describer asked once, and only when a word could be a command: describing all commands
   *     takes time that {@code -c 'SELECT 1'} should not pay
   */
  public InputRules(Supplier<List<CommandInfo>> describer) {
    this.describer = describer;
  }

  /** Returns every command but those of the shell itself. */
  public synchronized List<CommandInfo> commands() {
    if (commands == null) {
      commands = describer.get();
    }
    return commands;
  }

  /** Cuts text into statements and commands. */
  public Script split(String text) {
    return StatementSplitter.split(text, this::beginsCommand);
  }

  /** Tells whether {@code statement}, which {@link #split} gave, is a command. */
  public boolean isCommand(Statement statement) {
    return StatementSplitter.split(statement.text(), this::beginsCommand).rest().isEmpty();
  }

  /** Tells whether text at a prompt could go on, so that Enter should not run it. */
  boolean isUnfinished(String text) {
    return split(text).rest().isPresent();
  }

  /**
   * Returns the words of a command, the first being its name in lower case and without dot; never
   * empty. {@code @recipe} is short for {@code .run recipe}; the {@code &} of a command in the
   * background is left out.
   */
  static List<String> words(Statement command) {
    String line = line(command);
    if (line.startsWith("@")) {
      return CommandWords.of("run " + line.substring(1));
    }
    List<String> words =
        new ArrayList<>(CommandWords.of(line.startsWith(".") ? line.substring(1) : line));
    if (words.isEmpty()) {
      throw PhotocatException.of(ExitStatus.USAGE, "a command is missing after the dot")
          .withHint(".help lists the commands");
    }
    words.set(0, words.get(0).toLowerCase(Locale.ROOT));
    return words;
  }

  /** Tells whether {@code command} ends in an {@code &}, and so shall run as a job. */
  static boolean isBackground(Statement command) {
    return BACKGROUND.matcher(whole(command)).find();
  }

  /** Returns the text of a command without {@code ;} and {@code &} at its end. */
  static String line(Statement command) {
    String text = whole(command);
    return isBackground(command) ? text.substring(0, text.length() - 1).strip() : text;
  }

  private static String whole(Statement command) {
    String text = command.text();
    return (text.endsWith(";") ? text.substring(0, text.length() - 1) : text).strip();
  }

  private boolean beginsCommand(String firstToken) {
    if (firstToken.equals(".") || firstToken.equals("@")) {
      return true;
    }
    String word = firstToken.toLowerCase(Locale.ROOT);
    return !SqlStart.isWord(word)
        && (DotCommands.find(word).isPresent()
            || commands().stream().anyMatch(command -> command.name().equals(word)));
  }
}
