package photocat.shell;

import java.util.List;
import java.util.Set;
import photocat.model.ExitStatus;
import photocat.model.PhotocatException;
import photocat.shell.dot.DotCommand;

/** What is left when nothing outside of the catalogue may be touched. */
final class SafeMode {
  /** Commands of which no part reads or writes files or uses the network. */
  static final Set<String> COMMANDS =
      Set.of("match", "recipes", "run", "settings", "status", "jobs", "job", "cancel", "wait");

  /** Parts of groups of which the other parts do. */
  static final Set<String> PARTS =
      Set.of(
          "manifest list",
          "manifest show",
          "manifest build",
          "manifest compare",
          "manifest drop",
          "override list",
          "override add",
          "override remove",
          "shortlist list",
          "shortlist clear",
          "download status",
          "recipe show",
          "recipe check");

  private SafeMode() {}

  static void check(DotCommand command) {
    if (command.reachesOut()) {
      throw refusal("." + command.word());
    }
  }

  /** Refuses a command line that could reach out; asking for its help is harmless. */
  static void check(List<String> words) {
    String part = words.size() > 1 ? words.get(0) + " " + words.get(1) : words.get(0);
    boolean asksForHelp = words.contains("--help") || words.contains("-h");
    boolean allowed = COMMANDS.contains(words.get(0)) || PARTS.contains(part);
    // A recipe can be named without reaching for any other file.
    boolean readsFile =
        words.get(0).equals("recipe") && words.stream().anyMatch(word -> word.endsWith(".sql"));
    if ((!allowed || readsFile) && !asksForHelp) {
      throw refusal(part);
    }
  }

  private static PhotocatException refusal(String what) {
    return PhotocatException.of(
            ExitStatus.USAGE, "%s is not allowed: .safe holds until you leave".formatted(what))
        .withHint("start photocat again to work with files and the network");
  }
}
