package photocat.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands that only the shell and scripts have. */
enum Builtin {
  HELP("Explain a command, or list them all"),
  MODE("Write results in another mode from now on, or show the present one"),
  WATCH("Repeat SQL or a recipe until a key is pressed: .watch SECONDS [--times N] @progress"),
  QUIT("Leave; Ctrl-D does the same"),
  EXIT("The same as quit");

  private final String summary;

  Builtin(String summary) {
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

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String summary() {
    return summary;
  }
}
