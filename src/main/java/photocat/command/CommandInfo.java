package photocat.command;

import java.util.List;

/**
 * What completion and help need to know of a command.
 *
 * @param name the word that users type
 * @param summary one line
 * @param options its options, each by its longest name, for example {@code --catalog}
 * @param takesFile whether files are named after it
 * @param subcommands the commands below it
 */
public record CommandInfo(
    String name,
    String summary,
    List<OptionInfo> options,
    boolean takesFile,
    List<CommandInfo> subcommands) {
  /** Copies the lists. */
  public CommandInfo {
    options = List.copyOf(options);
    subcommands = List.copyOf(subcommands);
  }

  /**
   * An option of a command.
   *
   * @param name with its dashes
   * @param summary one line
   * @param values the values it takes where they are few and known; else empty
   * @param takesFile whether its value is a file or folder
   */
  public record OptionInfo(String name, String summary, List<String> values, boolean takesFile) {
    /** Copies the list. */
    public OptionInfo {
      values = List.copyOf(values);
    }
  }
}
