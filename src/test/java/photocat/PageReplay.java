package photocat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commands and answers of a page of the documentation: its {@code console} blocks, in which a
 * line that begins with {@code $} is typed and the lines after it are the answer.
 */
final class PageReplay {
  private static final String OPEN = "```console";
  private static final String CLOSE = "```";

  /** Amounts that depend on the machine, and the widths of columns, which follow from them. */
  private static final List<Pattern> VOLATILE =
      List.of(
          Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?( UTC|Z)?"),
          Pattern.compile("\\d+(\\.\\d+)? (min|h|s|ms|B|KB|MB|GB)(/s)?( \\d+ (s|min))?\\b"),
          Pattern.compile("[─ ]+"));

  private PageReplay() {}

  /** Answers one command as a terminal would, or fails the test. */
  interface Terminal {
    List<String> answer(String command) throws IOException, InterruptedException;
  }

  /** Returns {@code page} with each answer replaced by that of {@code terminal}. */
  static List<String> replay(List<String> page, Terminal terminal)
      throws IOException, InterruptedException {
    List<String> replayed = new ArrayList<>();
    boolean inside = false;
    for (String line : page) {
      if (line.equals(CLOSE)) {
        inside = false;
      }
      if (!inside || line.startsWith("$ ")) {
        replayed.add(line);
      }
      if (inside && line.startsWith("$ ")) {
        replayed.addAll(terminal.answer(line.substring(2)));
      }
      inside = inside || line.equals(OPEN);
    }
    return replayed;
  }

  /** Returns the page without what may differ from run to run. */
  static String steady(List<String> page) {
    String text = String.join("\n", page);
    for (Pattern pattern : VOLATILE) {
      text = pattern.matcher(text).replaceAll(" ");
    }
    return text;
  }
}
