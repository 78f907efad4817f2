package photocat.shell.dot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All commands that only the shell and scripts have. */
public final class DotCommands {
  /** A line here makes a command known, in the order of help and documentation. */
  private static final List<DotCommand> ALL =
      List.of(
          new DotHelp(),
          new DotMode(),
          new DotLast(),
          new DotChart(),
          new DotHistogram(),
          new DotWatch(),
          new DotShow(),
          new DotOpen(),
          new DotTimer(),
          new DotOutput(),
          new DotOnce(),
          new DotRead(),
          new DotEdit(),
          new DotSafe(),
          new DotQuit(),
          new DotExit());

  private DotCommands() {}

  /** Returns all of them. */
  public static List<DotCommand> all() {
    return ALL;
  }

  /** Returns the one that {@code word} names, in any case. */
  public static Optional<DotCommand> find(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(command -> command.word().equals(wanted)).findFirst();
  }

  /** Returns their names, without the dot. */
  public static List<String> words() {
    return ALL.stream().map(DotCommand::word).toList();
  }
}
