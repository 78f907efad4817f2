package photocat.shell;

import java.util.ArrayList;
import java.util.List;
import photocat.command.CommandInfo;
import photocat.shell.dot.DotCommand;
import photocat.shell.dot.DotCommands;
import photocat.shell.render.DisplayWidth;

/** What {@code .help} prints. */
public final class HelpText {
  private static final int WIDEST_LINE = 100;

  private HelpText() {}

  /** Returns the page about all commands, a line each. */
  public static List<String> lines(List<CommandInfo> commands) {
    List<String> lines = new ArrayList<>();
    lines.add("SQL ends with ; and may have several lines:   SELECT count(*) FROM inat_photos;");
    lines.add("A command is one line, with or without dot:   .status");
    lines.add("A recipe is one line:                         @coverage min=20");
    lines.add("");
    commands.forEach(command -> lines.add(line(command.name(), command.summary())));
    for (DotCommand own : DotCommands.all()) {
      lines.add(line(own.word(), own.summary()));
    }
    lines.add("");
    for (Key key : Key.values()) {
      lines.add(
          DisplayWidth.cut("  %-13s %s".formatted(key.label(), key.meaning()), WIDEST_LINE, "…"));
    }
    lines.add("");
    lines.add(
        ".help COMMAND explains one. A line that begins with a blank is not kept in the history.");
    return lines;
  }

  /** Returns the page about one command, a line each. */
  public static List<String> of(DotCommand command) {
    return List.of(command.usage(), command.summary() + ".");
  }

  private static String line(String name, String summary) {
    return DisplayWidth.cut("  .%-12s %s".formatted(name, summary), WIDEST_LINE, "…");
  }
}
