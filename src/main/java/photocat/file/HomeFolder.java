package photocat.file;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import photocat.model.ExitStatus;
import photocat.model.OneLine;
import photocat.model.PhotocatException;

/** The home folders of other users, whom only the system knows: not all are in a file. */
final class HomeFolder {
  /** What user names are made of; nothing that a shell would take for more than a name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  private HomeFolder() {}

  /**
   * Returns the home folder of {@code user}.
   *
   * @throws PhotocatException of kind USAGE where there is no such user
   */
  static Path of(String user) {
    if (NAME.matcher(user).matches()) {
      String told = askShell(user);
      if (told.startsWith("/")) {
        return Path.of(told);
      }
    }
    String shown = OneLine.of(user);
    throw PhotocatException.of(
            ExitStatus.USAGE,
            "cannot find the home folder ~%s: there is no such user".formatted(shown))
        .withHint("write './~%s' for a file of that name".formatted(shown));
  }

  /** A shell that knows no such user leaves the word as it is. */
  private static String askShell(String user) {
    try {
      Process shell =
          new ProcessBuilder("sh", "-c", "printf %s ~" + user)
              .redirectError(Redirect.DISCARD)
              .start();
      shell.getOutputStream().close();
      return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException noShell) {
      return "";
    }
  }
}
